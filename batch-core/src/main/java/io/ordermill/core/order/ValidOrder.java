package io.ordermill.core.order;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order that passed every rule that needs no store: defaults filled in, postings computed. Its number may still be
 * missing: null {@code orderNumber} is one to be assigned from the series.
 *
 * @param numberSeries the series of the order's transaction type
 * @param totalAmount sum of the lines' currency amounts, net of tax
 */
public record ValidOrder(SalesOrder order, String numberSeries, List<Posting> postings, BigDecimal totalAmount) {

    public ValidOrder {
        postings = List.copyOf(postings);
    }

    /** The order's share of the batch limit: 1 + 3 × lines (seed 001, Limits &amp; Notes). */
    public int databaseItems() {
        return 1 + 3 * order.orderLines().size();
    }
}
