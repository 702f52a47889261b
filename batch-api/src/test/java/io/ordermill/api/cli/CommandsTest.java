package io.ordermill.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.cli.ScriptedServer.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands beside the import, and what is said about all of them. */
class CommandsTest extends CommandTest {

    private static final String LIST = "GET /v1/batch-operations";
    private static final String RETRY = "POST /v1/batch-operations/op-1/retry";
    private static final String LOAD = "PUT /v1/reference-data/customers";

    @Test
    void showsAStatusInDetail() {
        server.on(STATUS, operation("InProgress", 200, 40, 2));
        assertThat(run("status", "op-1")).isZero();
        assertThat(out()).contains("operation  op-1\nstatus     InProgress\norders     40 saved, 2 failed\n");
    }

    @Test
    void hasTheExitCodeOfAnOperationThatHasEnded() {
        server.on(STATUS, operation("Failed", 200, 40, 2));
        assertThat(run("status", "op-1")).isEqualTo(4);
    }

    @Test
    void passesResultsOnAsTheyAre() {
        server.on(RESULTS, new Reply(200, Map.of(), "\"itemIndex\"\r\n\"\u00e4\"\r\n"));
        assertThat(run("results", "op-1", "--type", "success", "--format", "csv", "--partial"))
                .isZero();
        assertThat(out()).isEqualTo("\"itemIndex\"\r\n\"\u00e4\"\r\n");
        assertThat(server.last().query()).isEqualTo("type=success&partial=true");
        assertThat(server.last().headers().getFirst("Accept")).isEqualTo("text/csv");
    }

    @Test
    void writesResultsToAFile() {
        server.on(RESULTS, Reply.json(200, "[]\n"));
        Path output = directory.resolve("failed.json");
        assertThat(run("results", "op-1", "--output", output)).isZero();
        assertThat(output).hasContent("[]\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void countsErrors() {
        server.on(SUMMARY, Reply.json(200, """
                {"groups":[{"code":"REQUIRED","message":"salesPerson is required.","count":12}]}"""));
        assertThat(run("results", "op-1", "--summary")).isZero();
        assertThat(out()).isEqualTo("     12  REQUIRED  salesPerson is required.\n");
    }

    @Test
    void cancels() {
        server.on("POST /v1/batch-operations/op-1/cancel", operation("Cancelling", 2, 1, 0))
                .on(STATUS, operation("Cancelled", 2, 1, 0));
        assertThat(run("cancel", "op-1", "--wait")).isZero();
        assertThat(out()).startsWith("op-1  Cancelled");
    }

    @Test
    void retriesOnTheServer() {
        server.on(RETRY, submitted("op-2"));
        assertThat(run("retry", "op-1")).isZero();
        assertThat(out()).startsWith("op-2  Pending");
        assertThat(server.last().body()).isEmpty();
    }

    @Test
    void retriesWithACorrectedFile() {
        server.on(RETRY, submitted("op-2"));
        assertThat(run("retry", "op-1", file("corrected.json", "[1]"))).isZero();
        assertThat(server.last().body()).contains("\r\n\r\n[1]\r\n");
    }

    @Test
    void followsTheRetryThereIs() {
        server.on(RETRY, Reply.json(409, """
                {"code":"OPERATION_RETRIED","detail":"Retried by op-2.","retriedBy":"op-2"}"""))
                .on("GET /v1/batch-operations/op-2/status", Reply.json(200, operation("op-2", "Completed", "2", 1, 1)));
        assertThat(run("retry", "op-1", "--wait")).isEqualTo(3);
        assertThat(run("retry", "op-1", file("corrected.json", "[1]"), "--wait"))
                .isEqualTo(1);
    }

    @Test
    void hasNothingAgainstARetryOfNothing() {
        server.on(RETRY, Reply.problem(409, "NOTHING_TO_RETRY"));
        assertThat(run("retry", "op-1", "--wait")).isZero();
        assertThat(err()).contains("NOTHING_TO_RETRY");
    }

    @Test
    void listsPageByPage() {
        String items = "\"items\":[" + operation("op-1", "Completed", "2", 1, 1) + "]";
        server.on(
                LIST,
                Reply.json(200, "{" + items + ",\"hasMore\":true,\"cursor\":\"next\"}"),
                Reply.json(200, "{" + items + ",\"hasMore\":false}"));
        assertThat(run("list", "--status", "Pending", "--status", "Failed", "--within", "24h"))
                .isZero();
        assertThat(out().lines()).hasSize(3);
        assertThat(server.requests().get(0).query())
                .isEqualTo("status=Pending&status=Failed&timeWindow=PT24H&pageSize=50");
        assertThat(server.requests().get(1).query()).endsWith("&pageSize=49&cursor=next");
    }

    @Test
    void saysWhenThereAreMore() {
        String items = "\"items\":[" + operation("op-1", "Completed", "2", 1, 1) + "]";
        server.on(LIST, Reply.json(200, "{" + items + ",\"hasMore\":true,\"cursor\":\"next\"}"));
        assertThat(run("list", "--limit", "1", "--json")).isZero();
        assertThat(out().lines()).hasSize(1);
        assertThat(err()).contains("There are more");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {"[{\"customerId\":\"1\"}]; application/json", "customerId|1; text/csv"},
            delimiter = ';')
    void loadsReferenceDataAsWhatItIs(String content, String contentType) {
        server.on(LOAD, Reply.json(200, "{\"received\":2,\"stored\":2}"));
        assertThat(run("reference", "load", "customers", file("rows", " " + content), "--company", "1"))
                .isZero();
        assertThat(out()).isEqualTo("customers: 2 received, 2 stored\n");
        assertThat(server.last().headers().getFirst("Content-Type")).isEqualTo(contentType);
        assertThat(server.last().query()).isEqualTo("companyId=1");
    }

    @Test
    void namesTheRowsThatAreWrong() {
        server.on(LOAD, Reply.json(422, """
                {"code":"INVALID_REFERENCE_DATA","detail":"1 row is wrong.",
                 "errors":[{"row":3,"member":"name","message":"name is too long."}]}"""));
        assertThat(run("reference", "load", "customers", file("rows", "x"))).isEqualTo(2);
        assertThat(err()).contains("row 3, name: name is too long.");
    }

    @Test
    void checksCredentials() {
        server.on(LIST, Reply.json(200, "{\"items\":[]}"));
        assertThat(run("login", "--check")).isZero();
        assertThat(out()).isEqualTo("loader at " + server.url() + "\n");
        server.on(LIST, Reply.problem(403, "FORBIDDEN"));
        assertThat(run("login", "--check")).isZero();
        server.on(LIST, Reply.problem(401, "UNAUTHORIZED"));
        assertThat(run("login", "--check")).isEqualTo(6);
        assertThat(run("login")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"import", "status", "results", "cancel", "retry", "list", "reference", "reference load", "login"
            })
    void helpsWithExamples(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        assertThat(run(words.toArray())).isZero();
        assertThat(out()).contains("Usage: ordermill " + command).contains("  ordermill " + command);
    }

    @Test
    void tellsItsExitCodesAndVersion() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("  130   interrupted").contains("ORDERMILL_CLIENT_SECRET_FILE");
        assertThat(run("--version")).isZero();
        assertThat(out()).isEqualTo("Ordermill 1.2.3\n");
        assertThat(run("help", "import")).isZero();
        assertThat(out()).contains("--skip-workflow");
    }

    @Test
    void completesInAShell() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out()).contains("complete").contains("--skip-workflow").contains("unprocessed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "impot",
                "import",
                "import --nonsense x",
                "-x",
                "reference",
                "status op-1 --timeout soon",
                "list --limit 0"
            })
    void refusesWhatIsNoCommand(String line) {
        assertThat(run((Object[]) line.split(" "))).isEqualTo(2);
        assertThat(err()).isNotEmpty();
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "--server.port=8081, false",
        "--debug --spring.profiles.active=x, false",
        "import x, true",
        "--help, true",
        "--version, true",
        "-h, true",
        "help, true",
        "serve, true",
        "--url http://localhost import x, true"
    })
    void aServerIsStartedWithSettingsOnly(String line, boolean command) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        assertThat(CommandLineClient.isMeantBy(arguments)).isEqualTo(command);
    }
}
