package io.ordermill.core.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at saved orders. */
public interface OrderStore {

    /** The whole stored order, as it was given and with the defaults that were filled in. */
    Optional<SalesOrder> find(String companyId, long orderNumber);

    /** In order of line, split and kind; empty also where there is no such order. */
    List<Posting> postings(String companyId, long orderNumber);

    /** Numbers of the lines that have a workflow task, ascending. */
    List<Integer> workflowTaskLines(String companyId, long orderNumber);

    /**
     * The orders an operation saved, in file order.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<OrderSummary> summaries(UUID operationId, int afterIndex, int limit);

    /**
     * Only the indexes of the orders an operation saved, ascending.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    List<Integer> savedIndexes(UUID operationId, int afterIndex, int limit);
}
