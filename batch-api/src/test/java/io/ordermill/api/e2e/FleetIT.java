package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The two jars apart: an API that only takes in, and two workers, on one PostgreSQL. */
class FleetIT {

    @Test
    void workersImportWhatTheApiTookIn() {
        TestDatabase database = TestDatabase.postgres();
        try (OrdermillProcess api = OrdermillProcess.onPostgres(
                OrdermillProcess.API, database, Map.of("ORDERMILL_WORKER_ENABLED", "false"))) {
            Caller admin = Caller.withBasic(api.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
            Caller caller = Tenant.withSeedReferences(api.baseUrl(), admin).caller();
            List<String> operations = IntStream.range(0, 6)
                    .mapToObj(number -> caller.accepted(GeneratedOrders.simple(250, 2), ""))
                    .toList();
            assertThat(operations)
                    .allSatisfy(id -> assertThat(caller.status(id).get("status").asString())
                            .isEqualTo("Pending"));

            try (OrdermillProcess one = OrdermillProcess.onPostgres(OrdermillProcess.WORKER, database, Map.of());
                    OrdermillProcess two = OrdermillProcess.onPostgres(OrdermillProcess.WORKER, database, Map.of())) {
                List<JsonNode> ends = operations.stream().map(caller::awaitEnd).toList();

                assertThat(ends)
                        .allSatisfy(end ->
                                assertThat(end.get("succeededItems").asInt()).isEqualTo(250));
                assertThat(ends.stream()
                                .flatMap(end -> caller.succeeded(end).valueStream())
                                .map(order -> order.get("orderNumber").asLong()))
                        .hasSize(6 * 250)
                        .doesNotHaveDuplicates();
                assertThat(one.baseUrl()).isNotEqualTo(two.baseUrl());
            }
        }
    }
}
