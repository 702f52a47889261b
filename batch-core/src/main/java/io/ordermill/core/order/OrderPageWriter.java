package io.ordermill.core.order;

import java.util.List;

/**
 * Saves the orders of one page. Runs inside the caller's transaction, and with it alone the page stands or falls; only
 * number series and posting cycles are drawn in short transactions of their own, so that two batches never queue behind
 * each other's pages.
 */
public interface OrderPageWriter {

    /**
     * Decides what only the store can decide, in this order: numbers and external ids taken, admission against the item
     * limit in file order, posting cycle, numbers of the series; then writes headers, lines, postings and workflow tasks.
     *
     * @param items in file order
     */
    PageOutcome write(PageContext context, List<JudgedItem> items);
}
