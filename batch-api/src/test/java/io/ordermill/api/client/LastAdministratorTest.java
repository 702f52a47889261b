package io.ordermill.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.AtOnce;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RunningApi;
import io.ordermill.core.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a database of its own, where nobody else makes administrators. */
class LastAdministratorTest {

    private static final String ADMIN = "{\"scopes\":[\"admin\"],\"defaultCompanyId\":\"1\"}";
    private static final String NO_ADMIN = "{\"scopes\":[\"operations:read\"],\"defaultCompanyId\":\"1\"}";

    @Test
    void staysWhoeverAsks() {
        try (TestDatabase database = TestDatabase.h2();
                RunningApi api = RunningApi.start(database)) {
            Http first = api.operator();

            first.delete("/v1/clients/first").problem(409, "LAST_ADMINISTRATOR");
            put(first, "first", NO_ADMIN).problem(409, "LAST_ADMINISTRATOR");
            put(first, "first", ADMIN).expect(200);

            String secret = put(first, "second", ADMIN)
                    .expect(201)
                    .json()
                    .get("clientSecret")
                    .asString();
            Http second = api.anonymous().basic("second", secret);
            List<Answer> answers = AtOnce.call(
                    2, number -> number == 0 ? first.delete("/v1/clients/second") : second.delete("/v1/clients/first"));

            assertThat(answers.stream().filter(answer -> answer.status() == 204))
                    .hasSize(1);
            Http left = answers.get(0).status() == 204 ? first : second;
            assertThat(left.get("/v1/clients").expect(200).json()).hasSize(1);
        }
    }

    private static Answer put(Http caller, String clientId, String client) {
        return caller.put("/v1/clients/" + clientId, "application/json", client);
    }
}
