package io.ordermill.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RunningApi;
import io.ordermill.core.testing.StoppablePostgres;
import io.ordermill.core.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real server that stops, comes back, or has no more space. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresOutageTest {

    private static final String SUBMIT = "/v1/batch/sales-orders";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private static Path data;

    private StoppablePostgres server;
    private TestDatabase database;
    private JdbcClient jdbc;
    private RunningApi api;
    private Http caller;

    @BeforeAll
    void start() {
        server = new StoppablePostgres(data);
        database = server.database();
        // A connection for each look: those of a pool may have died with the server.
        jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        api = RunningApi.start(database, "spring.datasource.hikari.connection-timeout=1000");
        caller = api.newTenant().at(api);
    }

    @AfterAll
    void stop() {
        api.close();
        database.close();
        server.close();
    }

    @Test
    void asksCallersToComeBackWhileTheServerIsStoppedAndGoesOnAfterwards() {
        String token = caller.post("/oauth2/token", FORM, "grant_type=client_credentials")
                .expect(200)
                .json()
                .get("access_token")
                .asString();
        Http bearer = api.anonymous().bearer(token);
        int uploads = rows("upload");

        server.stop();

        List<Answer> answers = List.of(
                caller.post(SUBMIT, "application/json", "[]"),
                caller.with("Idempotency-Key", "k").post(SUBMIT, "application/json", "[]"),
                caller.get("/v1/batch-operations"),
                bearer.get("/v1/sales-orders/1"),
                bearer.post("/v1/sales-orders", "application/json", "{}"),
                api.operator().put("/v1/companies/x", "application/json", "{\"name\":\"X\"}"),
                caller.post("/oauth2/token", FORM, "grant_type=client_credentials"));
        assertThat(answers).allSatisfy(answer -> {
            answer.problem(503, "UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(api.anonymous().get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(api.anonymous().get("/actuator/health/liveness").status()).isEqualTo(200);

        server.startAgain();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.anonymous().get("/actuator/health/readiness").status() == 200);
        assertThat(rows("upload")).isEqualTo(uploads);
        caller.post(SUBMIT, "application/json", "[]").expect(201);
    }

    @Test
    void refusesUploadsWhileTheServersDiskIsFullAndStoresNoHalfOfThem() {
        int uploads = rows("upload");
        jdbc.sql("""
                create function full_disk() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$""").update();
        jdbc.sql("create trigger full_disk before insert on batch_operation for each row execute function full_disk()")
                .update();

        Answer refusal = caller.post(SUBMIT, "application/json", "[]");
        jdbc.sql("drop function full_disk cascade").update();

        refusal.problem(507, "INSUFFICIENT_STORAGE");
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        assertThat(rows("upload")).isEqualTo(uploads);
        assertThat(rows("upload_chunk")).isEqualTo(uploads);
        caller.post(SUBMIT, "application/json", "[]").expect(201);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
