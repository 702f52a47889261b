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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Memory does not grow with the file: 150 MB of orders through a heap of 128 MB, uploaded plain. */
class LargeFileIT {

    private static final long SIZE = 150L * 1024 * 1024;
    private static final int ORDERS = 12_500;
    private static final String[] JVM = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};

    @TempDir
    static Path directory;

    private static Path file;

    @BeforeAll
    static void writeTheFile() throws IOException {
        file = directory.resolve("large.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            GeneratedOrders.write(out, ORDERS, index -> 4, "x".repeat(3_000));
        }
        assertThat(Files.size(file)).isGreaterThan(SIZE);
    }

    @Test
    void imports150MegabytesInASmallHeapOnH2() throws IOException {
        Path dataDir = Files.createDirectory(directory.resolve("data"));
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, Map.of(), JVM)) {
            assertImports(Caller.demo(process.baseUrl(), dataDir).withToken());
        }
    }

    @Test
    void imports150MegabytesInASmallHeapOnPostgres() throws IOException {
        TestDatabase database = TestDatabase.postgres();
        try (OrdermillProcess process = OrdermillProcess.onPostgres(OrdermillProcess.API, database, Map.of(), JVM)) {
            Caller admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
            assertImports(Tenant.withSeedReferences(process.baseUrl(), admin).caller());
        }
    }

    private static void assertImports(Caller caller) throws IOException {
        HttpResponse<String> created = caller.submit(BodyPublishers.ofFile(file), "?skipWorkflow=true");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        JsonNode end =
                caller.awaitEnd(Caller.json(created).get("batchRequestId").asString());

        assertThat(end.get("processorResult").asString()).isEqualTo("Success");
        assertThat(end.get("succeededItems").asInt()).isEqualTo(ORDERS);
    }
}
