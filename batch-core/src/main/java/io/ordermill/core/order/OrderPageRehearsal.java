package io.ordermill.core.order;

import java.util.List;
import java.util.UUID;

/**
 * Judges pages as if they were saved, and saves nothing: no order, no number and no posting cycle is spent. What a page of a
 * rehearsed operation would have taken counts for the pages behind it.
 */
public interface OrderPageRehearsal {

    /** As {@link OrderPageWriter#prepare}, without what only the writing needs. */
    List<PreparedItem> prepare(List<JudgedItem> items);

    /**
     * Decides as {@link OrderPageWriter#write} would and remembers it, in the caller's transaction.
     *
     * @param context of an operation
     * @param items in file order
     * @return what would be saved as saved
     */
    PageOutcome rehearse(PageContext context, List<PreparedItem> items);

    /** Forgets everything that was rehearsed of an operation. */
    void forget(UUID operationId);

    /**
     * Orders that would be saved, in file order.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<OrderSummary> summaries(UUID operationId, int afterIndex, int limit);
}
