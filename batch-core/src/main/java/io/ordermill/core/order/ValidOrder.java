package io.ordermill.core.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that passed every rule that needs no store: defaults filled in, postings computed. Its number may still be
 * missing: null {@code orderNumber} is one to be assigned from the series.
 *
 * @param numberSeries the series of the order's transaction type
 * @param totalAmount sum of the lines' currency amounts, net of tax
 * @param glAnalyses of each line as it is stored, null where none was given; made here, for an order is judged while the
 *     database is busy with those before it, and written while the database waits
 */
public record ValidOrder(
        SalesOrder order,
        String numberSeries,
        List<Posting> postings,
        BigDecimal totalAmount,
        List<@Nullable String> glAnalyses) {

    public ValidOrder {
        postings = List.copyOf(postings);
    }

    public ValidOrder(SalesOrder order, String numberSeries, List<Posting> postings, BigDecimal totalAmount) {
        this(order, numberSeries, postings, totalAmount, glAnalyses(order));
    }

    private static List<@Nullable String> glAnalyses(SalesOrder order) {
        List<@Nullable String> stored = new ArrayList<>();
        for (OrderLine line : order.orderLines()) {
            stored.add(line.glAnalysis() == null ? null : StoredJson.glAnalysis(line.glAnalysis()));
        }
        return Collections.unmodifiableList(stored);
    }

    /** The order's share of the batch limit: 1 + 3 × lines (seed 001, Limits &amp; Notes). */
    public int databaseItems() {
        return 1 + 3 * order.orderLines().size();
    }
}
