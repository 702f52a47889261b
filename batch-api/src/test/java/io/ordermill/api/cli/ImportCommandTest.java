package io.ordermill.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.cli.ScriptedServer.Reply;
import io.ordermill.api.cli.ScriptedServer.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest extends CommandTest {

    private Path orders;

    @BeforeEach
    void anOrderFile() {
        orders = file("orders.json", "[{\"customerId\":\"1000\"}]");
        server.on(SUBMIT, submitted("op-1")).on(SUMMARY, Reply.json(200, """
                {"groups":[{"code":"UNKNOWN_CUSTOMER","message":"Customer \\u001b[2J9 does not exist.","count":2}]}"""));
    }

    @Test
    void printsTheIdOfTheOperationAndNothingElseAsData() {
        assertThat(run("import", orders)).isZero();
        assertThat(out()).isEqualTo("op-1\n");
        assertThat(err()).contains("orders.json is submitted as operation op-1.");
    }

    @Test
    void sendsTheFileUnderItsNameWithTheOptionsAsParameters() {
        run(
                "import",
                orders,
                "--company",
                "A&B",
                "--skip-workflow",
                "--atomic",
                "--max-errors",
                7,
                "--label",
                "night run");
        Request request = server.last();
        assertThat(request.query())
                .isEqualTo("companyId=A%26B&skipWorkflow=true&errorPolicy=atomic&maxErrors=7&label=night%20run");
        assertThat(request.body())
                .contains("filename=\"orders.json\"")
                .contains("\r\n\r\n[{\"customerId\":\"1000\"}]\r\n--");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Basic bG9hZGVyOnNlY3JldA==");
    }

    @Test
    void givesTheSameBytesWithTheSameOptionsTheSameKey() {
        run("import", orders);
        run("import", file("copy.json", "[{\"customerId\":\"1000\"}]"), "--wait", "--timeout", "0s");
        run("import", orders, "--label", "again");
        run("import", file("orders.json", "[]"));
        List<String> keys = keys();
        assertThat(keys.get(0)).matches("cli-[0-9a-f]{64}").isEqualTo(keys.get(1));
        assertThat(keys.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void judgesAnewWhatIsRunDryAgain() {
        run("import", orders, "--dry-run");
        run("import", orders, "--dry-run");
        assertThat(keys()).doesNotHaveDuplicates();
    }

    @Test
    void takesTheKeyItIsGiven() {
        run("import", orders, "--idempotency-key", "mine");
        assertThat(keys()).containsExactly("mine");
    }

    @Test
    void saysWhenTheServerKnewTheSubmission() {
        server.on(SUBMIT, submitted("op-1").with("Idempotency-Replayed", "true"));
        assertThat(run("import", orders)).isZero();
        assertThat(out()).isEqualTo("op-1\n");
        assertThat(err()).contains("was submitted before").contains("op-1").contains("not imported again");
    }

    @Test
    void sendsNothingWhenOneOfTheFilesIsMissing() {
        assertThat(run("import", orders, directory.resolve("none.json"))).isEqualTo(2);
        assertThat(err()).contains("none.json");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "ä"})
    void refusesAKeyThatIsNone(String key) {
        assertThat(run("import", orders, "--idempotency-key", key)).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesOneKeyForSeveralFiles() {
        assertThat(run("import", orders, orders, "--idempotency-key", "mine")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAPlaceForResultsWhereNothingCanBeWritten() {
        assertThat(run("import", orders, "--failed", directory.resolve("none/failed.json")))
                .isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Completed, 2, 0, 0", "Completed, 1, 1, 3", "Failed, 0, 0, 4", "Cancelled, 1, 0, 4"})
    void tellsByItsExitCodeHowTheOperationEnded(String status, int saved, int failed, int exitCode) {
        server.on(STATUS, operation("InProgress", 2, 0, 0), operation(status, 2, saved, failed));
        assertThat(run("import", orders, "--wait")).isEqualTo(exitCode);
        assertThat(out()).startsWith("op-1  " + status + "  " + saved + " saved, " + failed + " failed");
    }

    @Test
    void hasTheExitCodeOfTheFileThatWentWorst() {
        server.on(SUBMIT, submitted("op-2"), submitted("op-1"))
                .on("GET /v1/batch-operations/op-2/status", operation("Completed", 2, 1, 1))
                .on(STATUS, operation("Completed", 2, 2, 0));
        assertThat(run("import", orders, orders, "--wait")).isEqualTo(3);
    }

    @Test
    void saysWhyAFileWasRefusedAsAWhole() {
        server.on(STATUS, Reply.json(200, """
                {"batchRequestId":"op-1","status":"Failed",
                 "failure":{"code":"MALFORMED_FILE","message":"A comma is missing.","line":3,"column":5}}"""));
        assertThat(run("import", orders, "--wait")).isEqualTo(4);
        assertThat(err()).contains("MALFORMED_FILE: A comma is missing. (line 3, column 5)");
    }

    @Test
    void namesTheMostFrequentErrorsWithoutTheirControlCharacters() {
        server.on(STATUS, operation("Completed", 2, 0, 2));
        run("import", orders, "--wait");
        assertThat(err()).contains("2  UNKNOWN_CUSTOMER  Customer \ufffd[2J9").doesNotContain("\u001b");
    }

    @Test
    void stopsWaitingAndSaysHowToGoOn() {
        server.on(STATUS, operation("InProgress", 2, 1, 0));
        assertThat(run("import", orders, "--timeout", "1s")).isEqualTo(5);
        assertThat(err()).contains("goes on").contains("status op-1 --wait");
        assertThat(out()).isEmpty();
    }

    @Test
    void writesTheFailedOrdersOfAllFilesIntoOne() throws Exception {
        server.on(STATUS, operation("Completed", 2, 0, 2))
                .on(
                        RESULTS,
                        Reply.json(200, "[\n{\"a\":[1e2]},\n{\"b\":\"]\"}\n]\n"),
                        Reply.json(200, "[]"),
                        Reply.json(200, "[ {\"c\":1} ]"));
        Path failed = file("failed.json", "before");
        assertThat(run("import", orders, orders, orders, "--failed", failed)).isEqualTo(3);
        assertThat(failed).hasContent("[\n{\"a\":[1e2]},\n{\"b\":\"]\"},\n{\"c\":1}\n]\n");
        assertThat(server.last().query()).isEqualTo("type=failed");
        assertThat(directory.toFile().list()).hasSize(2);
    }

    @Test
    void leavesTheOldFileWhereTheNewOneIsNotWhole() throws Exception {
        server.on(STATUS, operation("Completed", 2, 0, 2)).on(RESULTS, Reply.json(200, "[\n{\"a\":"));
        Path failed = file("failed.json", "before");
        assertThat(run("import", orders, "--failed", failed)).isEqualTo(1);
        assertThat(failed).hasContent("before");
        assertThat(directory.toFile().list()).hasSize(2);
    }

    @Test
    void printsWhatTheServerSaysAsOneLineOfJsonEach() {
        server.on(STATUS, operation("Completed", 2, 2, 0));
        run("import", orders, orders, "--wait", "--json");
        assertThat(out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"batchRequestId\":\"op-1\""));
    }

    @Test
    void isQuietIfWanted() {
        server.on(STATUS, operation("InProgress", 2, 0, 0), operation("Completed", 2, 1, 1));
        run("import", orders, "--wait", "--quiet");
        assertThat(err()).isEmpty();
    }

    @Test
    void writesALineForEachTenthToALog() {
        server.on(
                STATUS,
                Reply.json(200, operation("op-1", "Pending", "null", 0, 0)),
                operation("InProgress", 200, 40, 0),
                operation("InProgress", 200, 59, 0),
                operation("InProgress", 200, 60, 1),
                operation("Completed", 200, 199, 1));
        run("import", orders, "--wait");
        assertThat(err())
                .contains("waiting in the queue\n 20 %  40 of 200 orders\n 30 %  61 of 200 orders, 1 failed\n100 %")
                .doesNotContain("59 of");
    }

    @Test
    void drawsABarOnATerminal() {
        terminal = true;
        server.on(STATUS, operation("InProgress", 200, 100, 0), operation("Completed", 200, 200, 0));
        run("import", orders, "--wait");
        assertThat(err())
                .contains("\r[==============>               ]  50 %  100 of 200 orders\u001b[K")
                .contains("\r[==============================] 100 %  200 of 200 orders\u001b[K\n");
    }

    private List<String> keys() {
        return server.requests().stream()
                .filter(request -> request.call().equals(SUBMIT))
                .map(request -> request.headers().getFirst("Idempotency-Key"))
                .toList();
    }
}
