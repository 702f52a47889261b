package io.ordermill.worker.notification;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.webhook.WebhookDelivery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver is sent: thin, the same at every attempt; for more it follows the links with its credentials. */
@Component
class Payload {

    private final JsonMapper json = JsonMapper.builder().build();

    String of(WebhookDelivery.Task task) {
        Operation operation = task.operation();
        return operation == null
                ? render(
                        task,
                        task.delivery().createdAt(),
                        Map.of("webhookId", task.webhook().webhookId().toString()))
                : render(task, end(operation), data(operation, task.webhook().baseUrl()));
    }

    private static Instant end(Operation operation) {
        return operation.finishedAt() == null ? operation.submittedAt() : operation.finishedAt();
    }

    private String render(WebhookDelivery.Task task, Instant timestamp, Map<String, ?> data) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", task.delivery().event().type());
        payload.put("timestamp", timestamp.toString());
        payload.put("data", data);
        return json.writeValueAsString(payload);
    }

    private static Map<String, ?> data(Operation operation, String baseUrl) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("batchRequestId", operation.operationId().toString());
        data.put("companyId", operation.companyId());
        data.put("label", operation.options().label());
        data.put("status", operation.status().label());
        data.put("statusCode", operation.status().code());
        data.put(
                "failureCode",
                operation.failure() == null ? null : operation.failure().code());
        data.put("totalItems", operation.progress().totalItems());
        data.put("processedItems", operation.progress().processedItems());
        data.put("succeededItems", operation.progress().succeededItems());
        data.put("validationErrorCount", operation.progress().failedItems());
        data.put("unprocessedItems", operation.progress().unprocessedItems());
        data.put("links", links(baseUrl, operation.operationId()));
        return data;
    }

    private static Map<String, String> links(String baseUrl, UUID operationId) {
        String base = baseUrl + "/v1/batch-operations/" + operationId;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("status", base + "/status");
        links.put("results", base + "/results");
        return links;
    }
}
