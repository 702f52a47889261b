package io.ordermill.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.cli.ScriptedServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command does with answers that are none, and with the environment. */
class ApiClientTest extends CommandTest {

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED, 6",
        "403, FORBIDDEN, 6",
        "400, INVALID_PARAMETER, 2",
        "404, NOT_FOUND, 2",
        "413, BODY_TOO_LARGE, 2",
        "422, IDEMPOTENCY_KEY_REUSED, 2",
        "409, OPERATION_ENDED, 1",
        "410, RESULTS_EXPIRED, 1",
        "500, INTERNAL_ERROR, 1",
        "507, INSUFFICIENT_STORAGE, 7"
    })
    void tellsWhatTheServerRefused(int status, String code, int exitCode) {
        server.on(STATUS, Reply.problem(status, code));
        assertThat(run("status", "op-1")).isEqualTo(exitCode);
        assertThat(err()).contains("What is wrong. (" + status + " " + code + ")");
        assertThat(out()).isEmpty();
    }

    @Test
    void namesTheClientThatIsNotAuthorised() {
        server.on(STATUS, Reply.problem(401, "UNAUTHORIZED"));
        run("status", "op-1");
        assertThat(err()).contains("loader at " + server.url()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"200, 1", "302, 1", "404, 1", "502, 7"})
    void doesNotTakeAnotherServerForOrdermill(int status, int exitCode) {
        server.on(STATUS, new Reply(status, Map.of(), "<html>"));
        assertThat(run("status", "op-1")).isEqualTo(exitCode);
        assertThat(err()).contains(server.url());
    }

    @ParameterizedTest
    @CsvSource({"429, QUEUE_FULL", "503, UNAVAILABLE"})
    void comesBackWhenTheServerSaidSo(int status, String code) {
        server.on(STATUS, Reply.problem(status, code).with("Retry-After", "1"), operation("Completed", 1, 1, 0));
        assertThat(run("status", "op-1")).isZero();
        assertThat(err()).contains(code).contains("Trying again every 1 s.");
    }

    @Test
    void doesNotWaitForAnHour() {
        server.on(STATUS, Reply.problem(503, "UNAVAILABLE").with("Retry-After", "3600"));
        assertThat(run("status", "op-1")).isEqualTo(7);
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.close();
        assertThat(run("status", "op-1")).isEqualTo(7);
        assertThat(err()).contains("Cannot reach " + server.url()).contains("nobody answers");
    }

    @Test
    void saysWhenTheServerHasNoSuchName() {
        assertThat(run("status", "op-1", "--url", "http://ordermill.invalid")).isEqualTo(7);
        assertThat(err()).contains("name is not known");
    }

    @Test
    void followsThroughAnOutage() {
        server.on(
                STATUS,
                operation("InProgress", 2, 1, 0),
                new Reply(502, Map.of(), ""),
                operation("Completed", 2, 2, 0));
        assertThat(run("status", "op-1", "--wait")).isZero();
        assertThat(err()).contains("Trying again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDERMILL_CLIENT_ID", "ORDERMILL_CLIENT_SECRET"})
    void saysWhichVariableIsMissing(String variable) {
        environment.remove(variable);
        assertThat(run("status", "op-1")).isEqualTo(2);
        assertThat(err()).contains(variable + " is not set");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void readsTheSecretFromAFile() {
        environment.remove("ORDERMILL_CLIENT_SECRET");
        environment.put(
                "ORDERMILL_CLIENT_SECRET_FILE", file("secret", "secret\n").toString());
        server.on(STATUS, operation("Completed", 1, 1, 0));
        assertThat(run("status", "op-1")).isZero();
        assertThat(server.last().headers().getFirst("Authorization")).isEqualTo("Basic bG9hZGVyOnNlY3JldA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "empty"})
    void saysWhenThereIsNoSecretInTheFile(String name) {
        file("empty", "\n");
        environment.remove("ORDERMILL_CLIENT_SECRET");
        environment.put("ORDERMILL_CLIENT_SECRET_FILE", directory.resolve(name).toString());
        assertThat(run("status", "op-1")).isEqualTo(2);
        assertThat(err()).contains("ORDERMILL_CLIENT_SECRET_FILE");
    }

    @Test
    void doesNotChooseBetweenTwoSecrets() {
        environment.put("ORDERMILL_CLIENT_SECRET_FILE", file("secret", "other").toString());
        assertThat(run("status", "op-1")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http://", "http://me:secret@localhost", "not a url"})
    void refusesWhatIsNoAddress(String url) {
        assertThat(run("status", "op-1", "--url", url)).isEqualTo(2);
    }

    @Test
    void takesAnAddressWithAPath() {
        server.on("GET /behind/v1/batch-operations/op-1/status", operation("Completed", 1, 1, 0));
        assertThat(run("status", "op-1", "--url", server.url() + "/behind/")).isZero();
    }
}
