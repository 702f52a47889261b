package io.ordermill.core.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a company is told of its operations.
 *
 * @param baseUrl of this service, for links in what is told
 * @param disabledReason null while enabled
 */
public record Webhook(
        UUID webhookId,
        String companyId,
        String url,
        Set<WebhookEvent> events,
        String baseUrl,
        String createdBy,
        Instant createdAt,
        @Nullable String disabledReason) {

    public Webhook {
        events = Set.copyOf(events);
    }

    public boolean isEnabled() {
        return disabledReason == null;
    }
}
