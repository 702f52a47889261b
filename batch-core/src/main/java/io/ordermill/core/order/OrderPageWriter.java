package io.ordermill.core.order;

import java.util.List;

/**
 * Saves the orders of one page. Writing runs inside the caller's transaction, and with it alone the page stands or falls; only
 * number series and posting cycles are drawn in short transactions of their own, so that two batches never queue behind
 * each other's pages.
 */
public interface OrderPageWriter {

    /**
     * Does what takes time and needs no transaction: draws order ids and encodes rows. To be called ahead, beside the writing
     * of other pages. What is prepared may be written once.
     *
     * @param items at most 100
     */
    List<PreparedItem> prepare(List<JudgedItem> items);

    /**
     * Decides what only the store can decide, in this order: numbers and external ids taken, admission against the item
     * limit in file order, posting cycle, numbers of the series; then writes headers, lines, postings and workflow tasks.
     *
     * @param items in file order
     */
    PageOutcome write(PageContext context, List<PreparedItem> items);

    /**
     * Keeps every other page of the company waiting until the caller's transaction ends. To be called before several pages are
     * written in one transaction: two such transactions would wait for each other's numbers for ever.
     */
    void holdCompany(String companyId);
}
