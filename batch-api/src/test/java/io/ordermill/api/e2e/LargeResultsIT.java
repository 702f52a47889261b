package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Memory does not grow with the results: 50 failed orders of 7 MB each come back through a heap of 128 MB. */
class LargeResultsIT {

    private static final int ORDERS = 50;
    private static final int LINES = 7;
    private static final long SIZE = 1_000_000L * LINES * ORDERS;
    private static final String[] LARGE_HEAP = {"-Xmx2g"};
    private static final String[] SMALL_HEAP = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};
    private static final Map<String, String> API_ONLY = Map.of("ORDERMILL_WORKER_ENABLED", "false");

    @TempDir
    static Path directory;

    private static byte[] file;

    @BeforeAll
    static void writeTheFile() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed);
                Writer json = new OutputStreamWriter(gzip, StandardCharsets.UTF_8)) {
            for (int order = 0; order < ORDERS; order++) {
                json.write(order == 0 ? "[" : ",\n");
                writeTooLongTexts(json);
            }
            json.write("]");
        }
        file = compressed.toByteArray();
    }

    private static void writeTooLongTexts(Writer json) throws IOException {
        String text = "x".repeat(1_000_000);
        json.write("{\"customerId\":\"1000\",\"transactionType\":\"SO\",\"responsible\":\"FRED\","
                + "\"salesPerson\":\"SYSEN\",\"orderLines\":[");
        for (int line = 0; line < LINES; line++) {
            json.write((line == 0 ? "" : ",") + "{\"productCode\":\"NESP02\",\"quantity\":1,\"productText\":\"");
            json.write(text);
            json.write("\"}");
        }
        json.write("]}");
    }

    @Test
    void givesLargeResultsOutOfASmallHeapOnH2() throws IOException {
        Path dataDir = Files.createDirectory(directory.resolve("data"));
        JsonNode failed;
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, Map.of(), LARGE_HEAP)) {
            failed = imported(Caller.demo(process.baseUrl(), dataDir).withToken());
        }
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, API_ONLY, SMALL_HEAP)) {
            assertGivesAll(Caller.demo(process.baseUrl(), dataDir).withToken(), failed);
        }
    }

    @Test
    void givesLargeResultsOutOfASmallHeapOnPostgres() throws IOException {
        TestDatabase database = TestDatabase.postgres();
        Tenant tenant;
        JsonNode failed;
        try (OrdermillProcess process = postgres(database, Map.of(), LARGE_HEAP)) {
            Caller admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
            tenant = Tenant.withSeedReferences(process.baseUrl(), admin);
            failed = imported(tenant.caller());
        }
        try (OrdermillProcess process = postgres(database, API_ONLY, SMALL_HEAP)) {
            Caller caller = Caller.withBasic(process.baseUrl(), tenant.clientId(), tenant.clientSecret());
            assertGivesAll(caller.withToken(), failed);
        }
    }

    private static OrdermillProcess postgres(TestDatabase database, Map<String, String> settings, String... jvm) {
        return OrdermillProcess.onPostgres(OrdermillProcess.API, database, settings, jvm);
    }

    private static JsonNode imported(Caller caller) {
        HttpResponse<String> created = caller.submit(BodyPublishers.ofByteArray(file), "?skipWorkflow=true");
        JsonNode end =
                caller.awaitEnd(Caller.json(created).get("batchRequestId").asString());
        assertThat(end.get("validationErrorCount").asInt()).as(end.toString()).isEqualTo(ORDERS);
        return end;
    }

    private static void assertGivesAll(Caller caller, JsonNode failed) throws IOException {
        String operation =
                "/v1/batch-operations/" + failed.get("batchRequestId").asString();

        assertThat(length(caller, operation + "/results", "application/json")).isGreaterThan(SIZE);
        assertThat(length(caller, operation + "/results", "application/x-ndjson"))
                .isGreaterThan(SIZE);
        assertThat(length(caller, operation + "/results", "text/csv"))
                .isGreaterThan(LINES * ORDERS)
                .isLessThan(SIZE / 10);
        assertThat(Caller.json(caller.get(operation + "/results/summary"))
                        .get("groups")
                        .get(0)
                        .get("count")
                        .asInt())
                .isEqualTo(LINES * ORDERS);

        HttpResponse<String> retried = caller.post(operation + "/retry");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(201);
        String retry = "/v1/batch-operations/"
                + Caller.json(retried).get("batchRequestId").asString();
        assertThat(caller.post(retry + "/cancel").statusCode()).isEqualTo(202);
        assertThat(length(caller, retry + "/results?type=unprocessed", "text/csv"))
                .isGreaterThan(SIZE);
    }

    private static long length(Caller caller, String path, String accept) throws IOException {
        try (InputStream body = caller.download(path, accept)) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
