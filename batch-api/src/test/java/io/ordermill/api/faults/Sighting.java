package io.ordermill.api.faults;

import io.ordermill.core.operation.OperationStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One answer about an operation, as its caller saw it. */
record Sighting(
        OperationStatus status,
        @Nullable Integer total,
        int processed,
        int succeeded,
        int failed,
        @Nullable Integer unprocessed,
        long databaseItems,
        @Nullable String failureCode) {

    static Sighting of(JsonNode answer) {
        return new Sighting(
                OperationStatus.find(answer.get("status").asString()).orElseThrow(),
                whole(answer.get("totalItems")),
                answer.get("processedItems").asInt(),
                answer.get("succeededItems").asInt(),
                answer.get("validationErrorCount").asInt(),
                whole(answer.get("unprocessedItems")),
                answer.get("databaseItems").asLong(),
                answer.get("failure").isNull()
                        ? null
                        : answer.get("failure").get("code").asString());
    }

    private static @Nullable Integer whole(JsonNode number) {
        return number.isNull() ? null : number.asInt();
    }

    boolean isEnd() {
        return status.isTerminal();
    }
}
