package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 of the whole process in the middle of an import; after the next start every order is saved exactly once. */
class CrashIT {

    private static final int ORDERS = 10_000;
    private static final int LINES = 5;

    /** Embedded, heartbeats must not be what finds the dead process: with these it would take an hour. */
    private static final Map<String, String> RARE_HEARTBEATS = Map.of("ORDERMILL_WORKER_HEARTBEAT_INTERVAL", "10m");

    private static final Map<String, String> FREQUENT_HEARTBEATS =
            Map.of("ORDERMILL_WORKER_HEARTBEAT_INTERVAL", "500ms");

    @Test
    void anImportOnEmbeddedH2SurvivesAKill(@TempDir Path dataDir) {
        String operationId;
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, RARE_HEARTBEATS)) {
            operationId = submitAndKillInMidImport(
                    process, Caller.demo(process.baseUrl(), dataDir).withToken());
        }
        try (OrdermillProcess process = OrdermillProcess.onH2(dataDir, RARE_HEARTBEATS)) {
            assertEverythingSavedOnce(Caller.demo(process.baseUrl(), dataDir).withToken(), operationId);
        }
    }

    @Test
    void anImportOnPostgresSurvivesAKill() {
        TestDatabase database = TestDatabase.postgres();
        String operationId;
        Tenant tenant;
        try (OrdermillProcess process =
                OrdermillProcess.onPostgres(OrdermillProcess.API, database, FREQUENT_HEARTBEATS)) {
            Caller admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
            tenant = Tenant.withSeedReferences(process.baseUrl(), admin);
            operationId = submitAndKillInMidImport(process, tenant.caller());
        }
        try (OrdermillProcess process =
                OrdermillProcess.onPostgres(OrdermillProcess.API, database, FREQUENT_HEARTBEATS)) {
            Caller caller = Caller.withBasic(process.baseUrl(), tenant.clientId(), tenant.clientSecret())
                    .withToken();
            assertEverythingSavedOnce(caller, operationId);
        }
    }

    private static String submitAndKillInMidImport(OrdermillProcess process, Caller caller) {
        String operationId = caller.accepted(GeneratedOrders.simple(ORDERS, LINES), "?skipWorkflow=true");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caller.status(operationId).get("processedItems").asInt() > 0);
        process.kill();
        return operationId;
    }

    private static void assertEverythingSavedOnce(Caller caller, String operationId) {
        assertThat(caller.status(operationId).get("status").asString())
                .as("the kill came in mid-import")
                .isEqualTo("InProgress");

        JsonNode end = caller.awaitEnd(operationId);

        assertThat(end.get("processorResult").asString()).isEqualTo("Success");
        assertThat(end.get("databaseItems").asInt()).isEqualTo(ORDERS * (1 + 3 * LINES));
        JsonNode saved = caller.succeeded(end);
        assertThat(saved.valueStream().map(order -> order.get("externalOrderId").asString()))
                .containsExactlyElementsOf(IntStream.range(0, ORDERS)
                        .mapToObj(index -> "G-" + index)
                        .toList());
        assertThat(saved.valueStream().map(order -> order.get("orderNumber").asLong()))
                .doesNotHaveDuplicates();
    }
}
