package io.ordermill.core.order;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What a page is planned from: the store as it is, or as it would be by now. */
interface PageSource {

    TakenKeys.Taken taken(PageContext context, TakenKeys.Asked asked);

    /**
     * Draws the next numbers that no order has.
     *
     * @param reserved numbers to pass over: those of other orders of the same page
     * @return ascending; fewer than asked for where the series has no more
     */
    List<Long> drawNumbers(PageContext context, String series, int count, Set<Long> reserved);

    /** Looks without taking; asked only where the company uses posting cycles. */
    PostingCycles.Stock postingCycles(PageContext context);

    /** Empty where none is left. */
    OptionalLong takePostingCycle(PageContext context);
}
