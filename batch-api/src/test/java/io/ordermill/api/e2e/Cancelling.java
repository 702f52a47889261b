package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.GeneratedOrders;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ending an operation before its time. */
abstract class Cancelling {

    private static final int ORDERS = 20_000;

    abstract RunningOrdermill ordermill();

    @Test
    void endsARunningOperationAndEveryOrderIsAccountedFor() {
        Caller caller = ordermill().newTenant().caller();
        String id = caller.accepted(GeneratedOrders.simple(ORDERS, 10), "?skipWorkflow=true");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caller.status(id).get("processedItems").asInt() > 0);

        HttpResponse<String> asked = caller.post("/v1/batch-operations/" + id + "/cancel");
        assertThat(asked.statusCode()).isEqualTo(202);
        int processedWhenAsked = Caller.json(asked).get("processedItems").asInt();
        JsonNode end = caller.awaitEnd(id);

        assertThat(end.get("status").asString()).isEqualTo("Cancelled");
        assertThat(end.get("processorResult").asString()).isEqualTo("Cancelled");
        assertThat(end.get("processedItems").asInt()).isBetween(processedWhenAsked, processedWhenAsked + 100);
        assertThat(end.get("succeededItems").asInt()
                        + end.get("validationErrorCount").asInt()
                        + end.get("unprocessedItems").asInt())
                .isEqualTo(ORDERS);
        assertThat(caller.succeeded(end)).hasSize(end.get("succeededItems").asInt());
        assertThat(caller.post("/v1/batch-operations/" + id + "/cancel").statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesToCancelWhatHasEnded() {
        Caller caller = ordermill().newTenant().caller();
        JsonNode end = caller.imported(GeneratedOrders.simple(1, 1), "");

        HttpResponse<String> refused =
                caller.post("/v1/batch-operations/" + end.get("batchRequestId").asString() + "/cancel");

        assertThat(refused.statusCode()).isEqualTo(409);
    }
}
