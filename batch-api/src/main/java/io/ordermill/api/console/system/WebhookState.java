package io.ordermill.api.console.system;

import io.ordermill.core.webhook.Webhook;
import io.ordermill.core.webhook.WebhookDelivery;
import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import io.ordermill.core.webhook.WebhookDelivery.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook and how its latest deliveries went.
 *
 * @param last null where there has been none
 * @param lastAttempt null where the last one has not been tried yet
 */
record WebhookState(
        Webhook webhook,
        int pending,
        int delivered,
        int failed,
        @Nullable WebhookDelivery last,
        @Nullable Attempt lastAttempt) {

    /** @param latest newest first */
    static WebhookState of(Webhook webhook, List<WebhookDelivery> latest) {
        WebhookDelivery last = latest.isEmpty() ? null : latest.get(0);
        List<Attempt> attempts = last == null ? List.of() : last.attempts();
        return new WebhookState(
                webhook,
                count(latest, State.PENDING),
                count(latest, State.DELIVERED),
                count(latest, State.FAILED),
                last,
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1));
    }

    private static int count(List<WebhookDelivery> deliveries, State state) {
        return (int) deliveries.stream()
                .filter(delivery -> delivery.state() == state)
                .count();
    }

    /** The newest attempt as a person says it. */
    public String outcome() {
        if (lastAttempt == null) {
            return last == null ? "nothing sent yet" : "not tried yet";
        }
        return lastAttempt.statusCode() == null
                ? String.valueOf(lastAttempt.error())
                : "answered " + lastAttempt.statusCode();
    }
}
