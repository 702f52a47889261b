package io.ordermill.api.webhook;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.webhook.WebhookEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller registers.
 *
 * @param events all where left out
 * @param companyId the caller's default company where left out
 */
record WebhookRequest(
        @Schema(example = "https://hooks.example.com/ordermill") @Nullable
        String url,

        @Schema(example = "[\"batch.completed\",\"batch.failed\"]") @Nullable
        List<@Nullable String> events,

        @Schema(example = "1") @Nullable String companyId) {

    String requiredUrl() {
        if (url == null) {
            throw invalid("A webhook needs a url.");
        }
        return url;
    }

    Set<WebhookEvent> subscribed() {
        return events == null ? WebhookEvent.ends() : events(events);
    }

    static Set<WebhookEvent> events(List<@Nullable String> types) {
        if (types.isEmpty()) {
            throw invalid("A webhook without events would never be called.");
        }
        return types.stream().map(WebhookRequest::event).collect(Collectors.toUnmodifiableSet());
    }

    private static WebhookEvent event(@Nullable String type) {
        return WebhookEvent.find(String.valueOf(type))
                .filter(WebhookEvent.ends()::contains)
                .orElseThrow(() -> invalid("An event is one of batch.completed, batch.failed, batch.cancelled."));
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_WEBHOOK, detail);
    }
}
