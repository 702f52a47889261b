package io.ordermill.worker.job;

import java.time.Duration;
import java.time.Instant;

/**
 * When an import leaves a sample of its progress: every other second at first, and ever more seldom as it takes longer, so
 * that an import of hours leaves some hundred samples more than one of minutes, and not thousands.
 */
final class SampleRhythm {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(2);

    /** As fine as a chart can show. */
    private static final int PARTS = 200;

    private final Instant startedAt;
    private Instant last;

    /** Since the first attempt began; a later one begins with a sample. */
    SampleRhythm(Instant startedAt) {
        this.startedAt = startedAt;
        this.last = startedAt;
    }

    /** Tells whether one is due; then the next one is not before an interval has passed. */
    boolean isDue(Instant now) {
        Duration part = Duration.between(startedAt, now).dividedBy(PARTS);
        Duration interval = part.compareTo(SHORTEST_INTERVAL) > 0 ? part : SHORTEST_INTERVAL;
        if (now.isBefore(last.plus(interval))) {
            return false;
        }
        last = now;
        return true;
    }
}
