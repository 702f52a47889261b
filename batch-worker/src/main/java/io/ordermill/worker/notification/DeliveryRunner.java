package io.ordermill.worker.notification;

import io.ordermill.core.webhook.WebhookDelivery;
import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import io.ordermill.core.webhook.WebhookDelivery.State;
import io.ordermill.core.webhook.WebhookEvent;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one attempt at a delivery and decides what follows. */
@Component
class DeliveryRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRunner.class);
    private static final int GONE = 410;
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private final WebhookStore webhooks;
    private final WebhookCaller caller;
    private final TransactionTemplate transaction;
    private final int callsPerWebhook;
    private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();

    DeliveryRunner(
            WebhookStore webhooks, WebhookCaller caller, TransactionTemplate transaction, WebhookSettings settings) {
        this.webhooks = webhooks;
        this.caller = caller;
        this.transaction = transaction;
        this.callsPerWebhook = Math.max(1, settings.threads() / 4);
    }

    /**
     * Runs one attempt in this thread.
     *
     * @return the pause before the next; empty where none follows
     */
    Optional<Duration> run(UUID deliveryId) {
        try {
            return webhooks.task(deliveryId).flatMap(this::attempt);
        } catch (RuntimeException e) {
            LOG.error("could not settle delivery {}; it is tried again in {}", deliveryId, SHORT_PAUSE, e);
            return Optional.of(SHORT_PAUSE);
        }
    }

    /** No webhook gets all threads: a slow receiver delays others little. */
    private Optional<Duration> attempt(WebhookDelivery.Task task) {
        UUID webhookId = task.webhook().webhookId();
        try {
            return calls.merge(webhookId, 1, Integer::sum) > callsPerWebhook
                    ? Optional.of(SHORT_PAUSE)
                    : settle(task, caller.call(task));
        } finally {
            calls.computeIfPresent(webhookId, (id, running) -> running == 1 ? null : running - 1);
        }
    }

    private Optional<Duration> settle(WebhookDelivery.Task task, Attempt attempt) {
        UUID webhookId = task.webhook().webhookId();
        Integer status = attempt.statusCode();
        if (status != null && status >= 200 && status < 300) {
            record(task, attempt, State.DELIVERED, null);
            return Optional.empty();
        }
        if (status != null && status == GONE) {
            giveUp(task, attempt);
            disable(webhookId, "The receiver answered 410.");
            return Optional.empty();
        }
        if (task.delivery().event() == WebhookEvent.TEST) {
            giveUp(task, attempt);
            return Optional.empty();
        }
        Optional<Duration> pause = RetrySchedule.after(attempt.number());
        pause.ifPresentOrElse(
                wait -> record(task, attempt, State.PENDING, attempt.at().plus(wait)), () -> {
                    giveUp(task, attempt);
                    disable(webhookId, "The last of " + attempt.number() + " attempts at a delivery failed.");
                });
        return pause;
    }

    private void giveUp(WebhookDelivery.Task task, Attempt attempt) {
        record(task, attempt, State.FAILED, null);
    }

    private void record(WebhookDelivery.Task task, Attempt attempt, State state, @Nullable Instant next) {
        transaction.executeWithoutResult(
                status -> webhooks.record(task.delivery().deliveryId(), attempt, state, next));
    }

    private void disable(UUID webhookId, String reason) {
        webhooks.disable(webhookId, reason);
        LOG.warn("webhook {} is disabled until its owner enables it again: {}", webhookId, reason);
    }
}
