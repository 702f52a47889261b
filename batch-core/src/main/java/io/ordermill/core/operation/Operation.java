package io.ordermill.core.operation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its caller follows it.
 *
 * @param attempt how often a worker has taken it
 * @param retryOf the operation whose orders this one takes up; null for one that is no retry
 * @param retriedBy the operation that takes up the orders of this one; null where there is none
 * @param progressAt when the progress last changed; null until it first did
 * @param cancelAskedAt when cancel was asked for; null where nobody has, or it was before that was kept
 * @param resultsDeletedAt null while the results are there, as far as there are any yet
 */
public record Operation(
        UUID operationId,
        String companyId,
        String submittedBy,
        OperationStatus status,
        int attempt,
        ImportOptions options,
        @Nullable String fileName,
        UUID uploadId,
        @Nullable UUID retryOf,
        @Nullable UUID retriedBy,
        Progress progress,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant progressAt,
        @Nullable Instant cancelAskedAt,
        @Nullable Instant finishedAt,
        @Nullable OperationFailure failure,
        @Nullable Instant resultsDeletedAt) {

    /** As it was when it had just been submitted, and as its caller was told then. */
    public Operation asSubmitted() {
        return new Operation(
                operationId,
                companyId,
                submittedBy,
                OperationStatus.PENDING,
                0,
                options,
                fileName,
                uploadId,
                retryOf,
                null,
                Progress.NONE,
                submittedAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
