package io.ordermill.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.api.BatchApiApplication;
import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.Browser;
import io.ordermill.api.testing.Http;
import io.ordermill.core.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class DatabaseDownTest {

    @Test
    void asksCallersToComeBackAndReportsItselfNotReady() {
        try (TestDatabase database = TestDatabase.h2();
                ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApiApplication.class)
                        .run(
                                "--server.port=0",
                                "--ordermill.worker.enabled=false",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--ordermill.bootstrap.client-id=first",
                                "--ordermill.bootstrap.client-secret=sixteen characters")) {
            Http http = Http.anonymous(
                    "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
            Http first = http.basic("first", "sixteen characters");
            String token = first.post(
                            "/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials")
                    .expect(200)
                    .json()
                    .get("access_token")
                    .asString();

            Browser signedIn = Browser.at(http.baseUrl()).signIn("first", "sixteen characters");
            Browser visitor = Browser.at(http.baseUrl());
            visitor.get("/console/login").expect(200);

            context.getBean(HikariDataSource.class).close();

            assertUnavailable(first.get("/v1/batch-operations"));
            assertUnavailable(http.bearer(token).get("/v1/batch-operations"));
            assertUnavailable(first.post("/v1/batch/sales-orders", "application/json", "[]"));
            assertUnavailable(
                    first.post("/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials"));
            assertUnavailablePage(signedIn.get("/console/operations"));
            assertUnavailablePage(
                    visitor.post("/console/login", Map.of("clientId", "first", "clientSecret", "sixteen characters")));
            assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(http.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    private static void assertUnavailablePage(Answer answer) {
        assertThat(answer.expect(503).header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Not available", "Try again").doesNotContain("Hikari", "jdbc", "SQL");
    }

    private static void assertUnavailable(Answer answer) {
        answer.problem(503, "UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Hikari", "jdbc", "SQL");
    }
}
