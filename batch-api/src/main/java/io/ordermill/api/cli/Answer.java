package io.ordermill.api.cli;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** What the server answered where all went well. */
record Answer(Json body, HttpHeaders headers) {

    boolean isReplay() {
        return headers.firstValue("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    /** When to ask again; in seconds, as Ordermill says it. A date, as a proxy might send, is not understood. */
    static Duration retryAfter(HttpHeaders headers, Duration otherwise) {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Math.max(1, Long.parseLong(value))))
                .orElse(otherwise);
    }
}
