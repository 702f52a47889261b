package io.ordermill.core.outcome;

import io.ordermill.core.order.PageOutcome.RefusedItem;
import java.util.List;
import java.util.UUID;

/** The refused items of operations. */
public interface OutcomeStore {

    /** Records refused items in the caller's transaction. */
    void record(UUID operationId, List<RefusedItem> items);

    /**
     * Refused items in file order.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<FailedItem> failures(UUID operationId, int afterIndex, int limit);
}
