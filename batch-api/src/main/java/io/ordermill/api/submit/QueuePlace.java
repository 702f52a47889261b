package io.ordermill.api.submit;

import io.ordermill.core.operation.SizeClass;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a new operation stands in the queue: as if it had been submitted later, by a minute for each operation its company
 * has open already, and by some more for a large file. So companies take turns, small files overtake large ones, and whoever
 * waits long enough is overtaken by nobody. An operation that is taken up again keeps its place.
 */
final class QueuePlace {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FOR_EACH_OPEN = Duration.ofMinutes(1);

    private static final Duration FOR_MEDIUM = Duration.ofSeconds(30);
    private static final Duration FOR_LARGE = Duration.ofMinutes(5);

    private QueuePlace() {}

    /**
     * The higher the earlier.
     *
     * @param uploadSize bytes
     * @param openBefore operations of the company that have not ended, this one not counted
     */
    static int priority(Instant submittedAt, long uploadSize, int openBefore) {
        Instant as = submittedAt.plus(forSize(uploadSize)).plus(FOR_EACH_OPEN.multipliedBy(openBefore));
        return (int) Math.max(Integer.MIN_VALUE, -Duration.between(EPOCH, as).toSeconds());
    }

    private static Duration forSize(long uploadSize) {
        return switch (SizeClass.of(uploadSize)) {
            case SMALL -> Duration.ZERO;
            case MEDIUM -> FOR_MEDIUM;
            case LARGE -> FOR_LARGE;
        };
    }
}
