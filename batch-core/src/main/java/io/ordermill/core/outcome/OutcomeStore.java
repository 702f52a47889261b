package io.ordermill.core.outcome;

import io.ordermill.core.order.PageOutcome.RefusedItem;
import java.util.List;
import java.util.UUID;

/** The refused items of operations. */
public interface OutcomeStore {

    /** Records refused items in the caller's transaction. */
    void record(UUID operationId, List<RefusedItem> items);

    /**
     * Refused items in file order: a page that ends at the limit or, beyond its first item, at a few megabytes. Empty only
     * after the last item.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<FailedItem> failures(UUID operationId, int afterIndex, int limit);

    /**
     * As {@link #failures(UUID, int, int)}, but only items that have an error of a kind.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<FailedItem> failures(UUID operationId, ErrorKind kind, int afterIndex, int limit);

    /**
     * Only the indexes of refused items, ascending.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<Integer> failedIndexes(UUID operationId, int afterIndex, int limit);

    /**
     * The errors of all refused items by what they say.
     *
     * @param limit at most so many groups
     */
    ErrorSummary errorSummary(UUID operationId, int limit);
}
