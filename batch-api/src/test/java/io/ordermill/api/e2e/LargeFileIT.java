package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Memory grows neither with the file nor with its orders: the largest of both go through a heap of 128 MB. */
class LargeFileIT {

    private static final long SIZE = 150L * 1024 * 1024;
    private static final int ORDERS = 12_500;
    private static final int LONG_ORDERS = 120;
    private static final int HUGE_ORDERS = 10;
    private static final String[] JVM = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};

    @TempDir
    static Path directory;

    /** 150 MB of orders, plain. */
    private static Path manyOrders;

    /** Orders of 1,000 lines, each with every member there is. */
    private static Path longOrders;

    /** Orders of nearly 16 MiB, every one of which is refused for texts that are too long. */
    private static Path hugeOrders;

    @BeforeAll
    static void writeTheFiles() throws IOException {
        manyOrders = directory.resolve("many-orders.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(manyOrders))) {
            GeneratedOrders.write(out, ORDERS, index -> 4, "x".repeat(3_000));
        }
        assertThat(Files.size(manyOrders)).isGreaterThan(SIZE);
        longOrders = directory.resolve("long-orders.json.gz");
        try (OutputStream out = gzip(longOrders)) {
            GeneratedOrders.writeComplete(out, LONG_ORDERS, 1_000);
        }
        hugeOrders = directory.resolve("huge-orders.json.gz");
        try (OutputStream out = gzip(hugeOrders)) {
            writeHugeOrders(out);
        }
    }

    private static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16);
    }

    private static void writeHugeOrders(OutputStream out) throws IOException {
        byte[] text = "x".repeat((1 << 20) - 100).getBytes(US_ASCII);
        for (int order = 0; order < HUGE_ORDERS; order++) {
            out.write((order == 0 ? "[" : ",").getBytes(US_ASCII));
            out.write("{\"orderLines\":[".getBytes(US_ASCII));
            for (int line = 0; line < 16; line++) {
                out.write((line == 0 ? "{" : ",{").getBytes(US_ASCII));
                out.write("\"productText\":\"".getBytes(US_ASCII));
                out.write(text);
                out.write("\"}".getBytes(US_ASCII));
            }
            out.write("]}".getBytes(US_ASCII));
        }
        out.write(']');
    }

    @Test
    void importsTheLargestFilesInASmallHeapOnH2() throws IOException {
        Path dataDir = Files.createDirectory(directory.resolve("data"));
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, Map.of(), JVM)) {
            assertImports(Caller.demo(process.baseUrl(), dataDir).withToken());
        }
    }

    @Test
    void importsTheLargestFilesInASmallHeapOnPostgres() throws IOException {
        TestDatabase database = TestDatabase.postgres();
        try (OrdermillProcess process = OrdermillProcess.onPostgres(OrdermillProcess.API, database, Map.of(), JVM)) {
            Caller admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
            assertImports(Tenant.withSeedReferences(process.baseUrl(), admin).caller());
        }
    }

    private static void assertImports(Caller caller) throws IOException {
        assertCounts(caller.awaitEnd(submit(caller, manyOrders)), ORDERS, 0);

        // At once, and the second copy of each number is refused only when its page is written.
        String first = submit(caller, longOrders);
        String second = submit(caller, longOrders);
        int saved = succeeded(caller.awaitEnd(first)) + succeeded(caller.awaitEnd(second));
        assertThat(saved).isEqualTo(LONG_ORDERS);

        String refused = submit(caller, hugeOrders);
        String alsoRefused = submit(caller, hugeOrders);
        assertCounts(caller.awaitEnd(refused), 0, HUGE_ORDERS);
        assertCounts(caller.awaitEnd(alsoRefused), 0, HUGE_ORDERS);
    }

    private static String submit(Caller caller, Path file) throws IOException {
        HttpResponse<String> created = caller.submit(BodyPublishers.ofFile(file), "?skipWorkflow=true");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Caller.json(created).get("batchRequestId").asString();
    }

    private static void assertCounts(JsonNode end, int saved, int failed) {
        assertThat(end.get("status").asString()).as(end.toString()).isEqualTo("Completed");
        assertThat(succeeded(end)).isEqualTo(saved);
        assertThat(end.get("validationErrorCount").asInt()).isEqualTo(failed);
    }

    private static int succeeded(JsonNode end) {
        return end.get("succeededItems").asInt();
    }
}
