package io.ordermill.core.webhook;

import io.ordermill.core.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told, and how that went.
 *
 * @param deliveryId the same for every attempt
 * @param operationId null for a test
 * @param nextAttemptAt null once it is delivered or given up
 */
public record WebhookDelivery(
        UUID deliveryId,
        UUID webhookId,
        @Nullable UUID operationId,
        WebhookEvent event,
        State state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {

    public WebhookDelivery {
        attempts = List.copyOf(attempts);
    }

    public enum State {
        PENDING,
        DELIVERED,
        /** Given up: after the last attempt, or because the webhook is disabled. */
        FAILED
    }

    /**
     * One call.
     *
     * @param statusCode null where none came
     * @param error null where a status came
     */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable String error) {}

    /** All that an attempt needs. */
    public record Task(
            WebhookDelivery delivery,
            Webhook webhook,
            WebhookSecret secret,
            @Nullable Operation operation) {}
}
