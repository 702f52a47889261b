package io.ordermill.core.operation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of operations: UUIDv7 of the very instant of submission, so that their order is that of {@code submitted_at}, a range
 * of time is a range of ids, and the list needs no index of its own for times.
 */
final class OperationIds {

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = Long.MIN_VALUE;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    UUID next(Instant submittedAt) {
        return ids.construct(submittedAt.toEpochMilli());
    }

    /** Not greater than any id of this instant or later. */
    static UUID lowest(Instant submittedAt) {
        return new UUID(Math.max(submittedAt.toEpochMilli(), 0) << 16 | VERSION_7, VARIANT);
    }

    /** Greater than any id of this instant or earlier. */
    static UUID above(Instant submittedAt) {
        return lowest(submittedAt.plusMillis(1));
    }
}
