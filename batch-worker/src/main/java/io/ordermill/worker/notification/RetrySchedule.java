package io.ordermill.worker.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a failed attempt, as Standard Webhooks advises: ten attempts in a little more than three days. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /**
     * The pause after an attempt.
     *
     * @param attempt from 1
     * @return empty after the last
     */
    static Optional<Duration> after(int attempt) {
        return attempt <= PAUSES.size() ? Optional.of(PAUSES.get(attempt - 1)) : Optional.empty();
    }
}
