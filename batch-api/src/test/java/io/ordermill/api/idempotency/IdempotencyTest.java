package io.ordermill.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest extends ApiTest {

    private static final String PATH = "/v1/batch/sales-orders";

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;
    private Http keyed;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "operations:read", "operations:cancel");
        keyed = caller.with("Idempotency-Key", "7d3f:!~");
    }

    @Test
    void givesTheFirstAnswerAgainHoweverFarTheOperationIs() {
        Answer first = keyed.post(PATH + "?label=a&skipWorkflow=true", "application/json", "[]")
                .expect(201);
        caller.post("/v1/batch-operations/" + id(first) + "/cancel").expect(202);

        Answer again = keyed.post("/v1/sales-orders/batch?skipWorkflow=true&label=a", "application/json", "[]")
                .expect(201);

        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void knowsTheSameFileInAnotherForm() {
        String form = "--b\r\nContent-Disposition: form-data; filename=\"%s\"\r\n\r\n[]\r\n--b--\r\n";
        Answer first = keyed.post(PATH, "multipart/form-data; boundary=b", form.formatted("a"))
                .expect(201);

        assertThat(keyed.post(PATH, "application/json", "[]").expect(201).body())
                .isEqualTo(first.body());
        assertThat(keyed.post(PATH, "multipart/form-data; boundary=b", form.formatted("b"))
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void refusesTheKeyForAnythingElse() {
        keyed.post(PATH, "application/json", "[]").expect(201);

        keyed.post(PATH, "application/json", "[ ]").problem(422, "IDEMPOTENCY_KEY_REUSED");
        keyed.post(PATH + "?skipWorkflow=true", "application/json", "[]").problem(422, "IDEMPOTENCY_KEY_REUSED");
        keyed.post(PATH + "?label=a", "application/json", "[]").problem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void doesNotMixUpClients() {
        Http other = newCaller(company, "orders:import").with("Idempotency-Key", "7d3f:!~");

        assertThat(id(keyed.post(PATH, "application/json", "[]").expect(201)))
                .isNotEqualTo(id(other.post(PATH, "application/json", "[]").expect(201)));
        assertThat(operations()).isEqualTo(2);
    }

    @Test
    void takesNoKeyForARequestThatWasRefused() {
        keyed.post(PATH, "application/json", "").problem(400, "INVALID_UPLOAD");
        keyed.post(PATH, "text/plain", "[]").problem(415, "UNSUPPORTED_MEDIA_TYPE");

        assertThat(keyed.post(PATH, "application/json", "[]").expect(201).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void takesNoKeyForAnUploadThatBreaksOff() {
        String clientId = unique("client");
        String secret = newClient(clientId, company, "orders:import");
        String pair = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        RawSocket.exchange(
                        anonymous.baseUrl(),
                        String.join(
                                "\r\n",
                                "POST " + PATH + " HTTP/1.1",
                                "Host: localhost",
                                "Authorization: Basic " + pair,
                                "Content-Type: application/json",
                                "Idempotency-Key: 7d3f:!~",
                                "Content-Length: 1000",
                                "",
                                "[ half of it"))
                .expect(400);

        assertThat(anonymous
                        .basic(clientId, secret)
                        .with("Idempotency-Key", "7d3f:!~")
                        .post(PATH, "application/json", "[]")
                        .expect(201)
                        .header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void forgetsAKeyThatHasExpired() {
        String first = id(keyed.post(PATH, "application/json", "[]").expect(201));
        jdbc.sql("update idempotency_key set expires_at = ? where operation_id = ?")
                .params(OffsetDateTime.parse("2020-01-01T00:00:00Z"), UUID.fromString(first))
                .update();

        assertThat(id(keyed.post(PATH, "application/json", "[ ]").expect(201))).isNotEqualTo(first);
    }

    @Test
    void importsNothingTwiceWhenTheOperationWasDeleted() {
        String first = id(keyed.post(PATH, "application/json", "[]").expect(201));
        jdbc.sql("delete from batch_operation where operation_id = ?")
                .param(UUID.fromString(first))
                .update();

        keyed.post(PATH, "application/json", "[]").problem(410, "OPERATION_DELETED");
        keyed.post(PATH, "application/json", "[ ]").problem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(operations()).isZero();
    }

    static String[] brokenKeys() {
        return new String[] {"", "x".repeat(256), "two words", "tab\there"};
    }

    @ParameterizedTest
    @MethodSource("brokenKeys")
    void refusesOtherThanVisibleAscii(String key) {
        caller.with("Idempotency-Key", key)
                .post(PATH, "application/json", "[]")
                .problem(400, "INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void refusesTwoKeysAndTakesTheLongestOne() {
        keyed.with("Idempotency-Key", "another")
                .post(PATH, "application/json", "[]")
                .problem(400, "INVALID_IDEMPOTENCY_KEY");
        caller.with("Idempotency-Key", "~".repeat(255))
                .post(PATH, "application/json", "[]")
                .expect(201);
    }

    private int operations() {
        return jdbc.sql("select count(*) from batch_operation where company_id = ?")
                .param(company)
                .query(Integer.class)
                .single();
    }

    private static String id(Answer accepted) {
        return accepted.json().get("batchRequestId").asString();
    }
}
