package io.ordermill.core.retention;

import java.time.Instant;
import java.util.UUID;

/** Removes operations that have ended, or parts of them. Each call is one short transaction. */
public interface OperationRemoval {

    /**
     * Removes an operation with all that belongs to it.
     *
     * @return false where there is none that has ended
     */
    boolean remove(UUID operationId);

    /**
     * Removes operations with all that belongs to them.
     *
     * @param endedBefore those that ended earlier
     * @param limit at most so many
     * @return how many; fewer than the limit only when none is left
     */
    int removeOperations(Instant endedBefore, int limit);

    /** Removes the results of operations, as {@link #removeOperations}. */
    int removeResults(Instant endedBefore, int limit);

    /** Removes the bytes of uploads that no younger operation goes by, as {@link #removeOperations}. */
    int removeUploads(Instant endedBefore, int limit);
}
