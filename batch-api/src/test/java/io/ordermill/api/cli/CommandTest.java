package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordermill.api.cli.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands in this process, against a server that answers as it is told. */
abstract class CommandTest {

    static final String SUBMIT = "POST /v1/batch/sales-orders";
    static final String STATUS = "GET /v1/batch-operations/op-1/status";
    static final String RESULTS = "GET /v1/batch-operations/op-1/results";
    static final String SUMMARY = "GET /v1/batch-operations/op-1/results/summary";

    @TempDir
    Path directory;

    ScriptedServer server;
    Map<String, String> environment;
    boolean terminal;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        environment = new HashMap<>(Map.of(
                "ORDERMILL_URL", server.url(), "ORDERMILL_CLIENT_ID", "loader", "ORDERMILL_CLIENT_SECRET", "secret"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Its exit code; what it printed is that of this run alone. */
    int run(Object... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), terminal);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return Commands.run(new Shell("1.2.3", environment, console, new Interruption()), words);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply submitted(String id) {
        return Reply.json(201, operation(id, "Pending", "null", 0, 0));
    }

    static Reply operation(String status, int total, int saved, int failed) {
        return Reply.json(200, operation("op-1", status, Integer.toString(total), saved, failed));
    }

    static String operation(String id, String status, String total, int saved, int failed) {
        int processed = saved + failed;
        String percent = total.equals("null") ? "null" : Double.toString(100.0 * processed / Integer.parseInt(total));
        return """
                {"batchRequestId":"%s","status":"%s","totalItems":%s,"processedItems":%d,"succeededItems":%d,
                 "validationErrorCount":%d,"progressPercent":%s,"fileName":"orders.json","failure":null}""".formatted(id, status, total, processed, saved, failed, percent);
    }
}
