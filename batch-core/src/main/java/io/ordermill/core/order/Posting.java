package io.ordermill.core.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One general-ledger row. Every entry of a line's {@code glAnalysis}, or the line itself where it has none, makes a revenue
 * and a tax posting.
 *
 * @param lineNumber 1-based
 * @param splitNumber 1-based position in the line's {@code glAnalysis}
 * @param dimensions the seven dimension values, null where there is none
 * @param amount in the order's currency
 */
public record Posting(
        int lineNumber,
        int splitNumber,
        Kind kind,
        @Nullable String account,
        List<@Nullable String> dimensions,
        BigDecimal amount,
        @Nullable String taxCode) {

    public Posting {
        dimensions = Collections.unmodifiableList(new ArrayList<>(dimensions));
    }

    public enum Kind {
        REVENUE("revenue"),
        TAX("tax");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As stored and as seen by callers. */
        public String label() {
            return label;
        }
    }
}
