package io.ordermill.core.worker;

import java.time.Duration;
import java.time.Instant;

/**
 * A process that takes operations, as it was last heard of.
 *
 * @param name as it signs what it takes
 * @param slots how many operations it takes at a time
 * @param deathLimit silent for longer, it is presumed dead
 * @param since when it was first heard of
 */
public record Worker(String name, int slots, Duration deathLimit, Instant since, Instant lastHeartbeat) {

    /** Whether it has been silent for so long that it is presumed dead. */
    public boolean isSilentAt(Instant now) {
        return lastHeartbeat.plus(deathLimit).isBefore(now);
    }
}
