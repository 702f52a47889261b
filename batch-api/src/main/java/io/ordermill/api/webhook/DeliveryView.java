package io.ordermill.api.webhook;

import io.ordermill.core.webhook.WebhookDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the webhook's owner sees it.
 *
 * @param id the {@code webhook-id} of its calls
 * @param batchRequestId null for a test
 */
record DeliveryView(
        UUID id,
        String event,
        @Nullable UUID batchRequestId,
        String state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {

    record AttemptView(
            int attempt,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable String error) {}

    static DeliveryView of(WebhookDelivery delivery) {
        return new DeliveryView(
                delivery.deliveryId(),
                delivery.event().type(),
                delivery.operationId(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.attempts().stream()
                        .map(attempt ->
                                new AttemptView(attempt.number(), attempt.at(), attempt.statusCode(), attempt.error()))
                        .toList());
    }
}
