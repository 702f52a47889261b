package io.ordermill.core.operation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which operations to list, newest first.
 *
 * @param companyIds only these; never empty, for a caller sees only the companies it may access
 * @param statuses empty for all
 * @param from submitted at or after
 * @param until submitted before
 * @param operationId only this one
 * @param withErrors only those with reported orders
 * @param before only operations older than this one: the cursor
 */
public record OperationFilter(
        Set<String> companyIds,
        Set<OperationStatus> statuses,
        @Nullable String label,
        @Nullable String submittedBy,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID operationId,
        boolean withErrors,
        @Nullable UUID before,
        int limit) {

    /** With or without errors, and not one alone. */
    public OperationFilter(
            Set<String> companyIds,
            Set<OperationStatus> statuses,
            @Nullable String label,
            @Nullable String submittedBy,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID before,
            int limit) {
        this(companyIds, statuses, label, submittedBy, from, until, null, false, before, limit);
    }

    public OperationFilter {
        companyIds = Set.copyOf(companyIds);
        statuses = Set.copyOf(statuses);
    }
}
