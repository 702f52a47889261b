package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ordermill.api.e2e.CommandLine.Ended;
import io.ordermill.api.e2e.CommandLine.Running;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as a command against the jar as a server, each a process of its own. */
class CommandLineIT {

    private static final int ROUNDS = 7;

    private static final Path SIMPLE = Path.of("samples/simple-orders.json");
    private static final Path MISTAKES = Path.of("samples/orders-with-mistakes.json");

    @TempDir
    static Path directory;

    private static OrdermillProcess server;
    private static CommandLine ordermill;

    @BeforeAll
    static void startServer() {
        server = OrdermillProcess.onH2(directory.resolve("data"), Map.of(), "-XX:TieredStopAtLevel=1");
        JsonNode demo = JsonMapper.shared().readTree(directory.resolve("data/demo-client.json"));
        Map<String, String> environment = Map.of(
                "ORDERMILL_URL", server.baseUrl(),
                "ORDERMILL_CLIENT_ID", demo.get("clientId").asString(),
                "ORDERMILL_CLIENT_SECRET", demo.get("clientSecret").asString());
        ordermill = new CommandLine(environment, List.of("-XX:TieredStopAtLevel=1"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void importsOnceAndSaysSoTheSecondTime() {
        Ended first = ordermill.run("import", SIMPLE, "--wait");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("Completed  2 saved, 0 failed  simple-orders.json");
        Ended again = ordermill.run("import", SIMPLE, "--wait");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err()).contains("was submitted before");
    }

    @Test
    void writesTheFailedOrdersToAFileThatCanBeImported() {
        Path failed = directory.resolve("failed.json");
        Ended mistakes = ordermill.run("import", MISTAKES, "--failed", failed);
        assertThat(mistakes.exitCode()).isEqualTo(3);
        assertThat(mistakes.err()).contains("UNKNOWN_CUSTOMER").contains("100 %  5 of 5 orders, 4 failed");
        assertThat(JsonMapper.shared().readTree(failed)).hasSize(4);
        Ended again = ordermill.run("import", failed, "--wait", "--json");
        assertThat(again.exitCode()).isEqualTo(3);
        JsonNode status = JsonMapper.shared().readTree(again.out());
        assertThat(status.get("status").asString()).isEqualTo("Completed");
        assertThat(status.get("validationErrorCount").asInt()).isEqualTo(4);
    }

    @Test
    void leavesALargeImportAloneWhenInterruptedAndFindsItAgain() throws Exception {
        Running running = ordermill
                .withHeapOf("24m")
                .startInForeground("import", thirtyMegabytes(), "--skip-workflow", "--wait")
                .awaitMessage("is submitted as operation");
        Ended interrupted = running.interrupt();
        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.out()).isEmpty();
        String id = interrupted.err().replaceAll("(?s).* -jar \\S+ status (\\S+) --wait.*", "$1");

        Ended timedOut = ordermill.run("status", id, "--timeout", "0s");
        assertThat(timedOut.exitCode()).as(timedOut.err()).isEqualTo(5);
        assertThat(timedOut.err()).contains("status " + id + " --wait");

        Ended cancelled = ordermill.run("cancel", id, "--wait", "--quiet");
        assertThat(cancelled.exitCode()).isZero();
        assertThat(cancelled.out()).startsWith(id + "  Cancelled");
        assertThat(ordermill.run("status", id).exitCode()).isEqualTo(4);
    }

    @Test
    void drawsABarForAPersonAtATerminal() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "no terminal can be had: install util-linux's script");
        Ended seen = ordermill.runOnTerminal("import", SIMPLE, "--dry-run", "--wait");
        assertThat(seen.exitCode()).as(seen.out()).isZero();
        assertThat(seen.out())
                .containsPattern("\r\\[=+\\] 100 %  2 of 2 orders")
                .contains("2 valid (dry run), 0 failed");
    }

    @Test
    void tellsWhatKeptItFromTheServer() {
        assertThat(ordermill.run("login", "--check").exitCode()).isZero();
        assertThat(ordermill
                        .with("ORDERMILL_CLIENT_SECRET", "wrong")
                        .run("list")
                        .exitCode())
                .isEqualTo(6);
        assertThat(ordermill.run("list", "--url", "http://127.0.0.1:1").exitCode())
                .isEqualTo(7);
    }

    @Test
    void startsNoServerForAWordThatIsNoCommand() {
        Ended slip = ordermill.run("improt", SIMPLE);
        assertThat(slip.exitCode()).isEqualTo(2);
        assertThat(slip.err()).contains("Did you mean: ordermill import").doesNotContain("Tomcat");
        assertThat(ordermill.run("--version").out()).matches("Ordermill \\d\\S*\n");
    }

    /** Neither the server nor all libraries of the jar are loaded for a command, and its end waits for nothing. */
    @Test
    void takesNoLongerThanItMust() {
        CommandLine untuned = new CommandLine(ordermill.environment(), List.of());
        String id = ordermill.run("import", SIMPLE, "--wait").out().substring(0, 36);
        String url = server.baseUrl() + "/v1/batch-operations/" + id + "/status";
        String authorization = authorization();
        long[] bare = new long[ROUNDS];
        long[] help = new long[ROUNDS];
        long[] status = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = nanos(() -> untuned.runInstead(BareCall.class, url, authorization));
            help[round] = nanos(() -> untuned.run("status", "--help"));
            status[round] = nanos(() -> untuned.run("status", id));
        }
        assertThat(median(help)).as("--help, in ns").isLessThan(median(bare) * 8);
        assertThat(median(status)).as("status, in ns").isLessThan(median(help) * 7 / 4);
    }

    private static String authorization() {
        String credentials = ordermill.environment().get("ORDERMILL_CLIENT_ID") + ":"
                + ordermill.environment().get("ORDERMILL_CLIENT_SECRET");
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    private static long nanos(Supplier<Ended> process) {
        long start = System.nanoTime();
        Ended ended = process.get();
        long nanos = System.nanoTime() - start;
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return nanos;
    }

    private static long median(long[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Path thirtyMegabytes() throws IOException {
        String order = """
                {"customerId":"1000","transactionType":"SO","responsible":"FRED","salesPerson":"SYSEN","notes":"%s",\
                "orderLines":[{"productCode":"1000","quantity":1}]}""".formatted("n".repeat(400));
        Path file = directory.resolve("large.json");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("[" + order);
            for (int i = 1; i < 60_000; i++) {
                out.write("," + order);
            }
            out.write("]");
        }
        return file;
    }
}
