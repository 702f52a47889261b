package io.ordermill.core.webhook;

import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks for those who register them, their deliveries for the worker that makes them. */
public interface WebhookStore {

    /** The table of the queue of deliveries. */
    String TASK_TABLE = "webhook_tasks";

    /** The task type and, with the delivery's id as its instance, the name under which a delivery waits for a worker. */
    String TASK_NAME = "deliver-webhook";

    Webhook create(
            String companyId,
            String url,
            Set<WebhookEvent> events,
            String baseUrl,
            String createdBy,
            WebhookSecret secret);

    Optional<Webhook> find(UUID webhookId);

    /** Oldest first. */
    List<Webhook> list(Set<String> companyIds);

    /**
     * Changes what it is told and whether it is told at all.
     *
     * @param disabledReason null to enable it
     */
    void update(UUID webhookId, Set<WebhookEvent> events, @Nullable String disabledReason);

    /** Removes it with its secret and its deliveries. */
    void delete(UUID webhookId);

    /** Stores a test call in the caller's transaction. */
    WebhookDelivery createTest(UUID webhookId);

    /** The newest deliveries, newest first. */
    List<WebhookDelivery> deliveries(UUID webhookId, @Nullable UUID before, int limit);

    /**
     * Makes deliveries of operations that have ended since, in the caller's transaction.
     *
     * @return the new deliveries, each to be queued in the same transaction
     */
    List<UUID> announceEnded(int limit);

    /** What there is to deliver; empty where it has been delivered, given up or deleted. */
    Optional<WebhookDelivery.Task> task(UUID deliveryId);

    /**
     * Records an attempt in the caller's transaction.
     *
     * @param next null for the last one
     */
    void record(UUID deliveryId, Attempt attempt, WebhookDelivery.State state, @Nullable Instant next);

    /** Disables a webhook and gives up what it was yet to be told. */
    void disable(UUID webhookId, String reason);
}
