package io.ordermill.api.webhook;

import io.ordermill.core.webhook.Webhook;
import io.ordermill.core.webhook.WebhookEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller changes; what is left out stays. */
record WebhookChange(@Nullable Boolean enabled, @Nullable List<@Nullable String> events) {

    private static final String BY_ITS_OWNER = "Disabled by its owner.";

    Set<WebhookEvent> events(Webhook webhook) {
        return events == null ? webhook.events() : WebhookRequest.events(events);
    }

    @Nullable
    String disabledReason(Webhook webhook) {
        if (enabled == null) {
            return webhook.disabledReason();
        }
        return enabled ? null : BY_ITS_OWNER;
    }
}
