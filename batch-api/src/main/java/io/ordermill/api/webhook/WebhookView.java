package io.ordermill.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordermill.core.webhook.Webhook;
import io.ordermill.core.webhook.WebhookEvent;
import io.ordermill.core.webhook.WebhookSecret;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it.
 *
 * @param secret only in the answer that made it
 */
record WebhookView(
        UUID id,
        String companyId,
        String url,
        List<String> events,
        boolean enabled,
        @Nullable String disabledReason,
        String createdBy,
        Instant createdAt,

        @Schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String secret) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView of(Webhook webhook, @Nullable WebhookSecret secret) {
        return new WebhookView(
                webhook.webhookId(),
                webhook.companyId(),
                webhook.url(),
                webhook.events().stream().map(WebhookEvent::type).sorted().toList(),
                webhook.isEnabled(),
                webhook.disabledReason(),
                webhook.createdBy(),
                webhook.createdAt(),
                secret == null ? null : secret.value());
    }
}
