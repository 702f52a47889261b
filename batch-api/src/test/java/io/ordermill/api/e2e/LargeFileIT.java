package io.ordermill.api.e2e;

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

/** Memory grows neither with the file nor with the lines of its orders: the longest of both go through a heap of 128 MB. */
class LargeFileIT {

    private static final long SIZE = 150L * 1024 * 1024;
    private static final int ORDERS = 12_500;
    private static final int LONG_ORDERS = 120;
    private static final String[] JVM = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};

    @TempDir
    static Path directory;

    /** 150 MB of orders, plain. */
    private static Path manyOrders;

    /** Orders of 1,000 lines, each with every member there is. */
    private static Path longOrders;

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
    }

    private static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16);
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

        assertCounts(caller.awaitEnd(submit(caller, longOrders)), LONG_ORDERS, 0);
        // Now every number is in use, which is found out only when a page is written.
        assertCounts(caller.awaitEnd(submit(caller, longOrders)), 0, LONG_ORDERS);
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
