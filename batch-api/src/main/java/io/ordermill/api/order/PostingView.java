package io.ordermill.api.order;

import io.ordermill.core.order.Posting;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A general-ledger row as callers see it. */
record PostingView(
        int lineNumber,
        int splitNumber,
        String kind,
        @Nullable String account,
        @Nullable String dim1,
        @Nullable String dim2,
        @Nullable String dim3,
        @Nullable String dim4,
        @Nullable String dim5,
        @Nullable String dim6,
        @Nullable String dim7,
        BigDecimal amount,
        @Nullable String taxCode) {

    static PostingView of(Posting posting) {
        return new PostingView(
                posting.lineNumber(),
                posting.splitNumber(),
                posting.kind().label(),
                posting.account(),
                posting.dimensions().get(0),
                posting.dimensions().get(1),
                posting.dimensions().get(2),
                posting.dimensions().get(3),
                posting.dimensions().get(4),
                posting.dimensions().get(5),
                posting.dimensions().get(6),
                posting.amount().stripTrailingZeros(),
                posting.taxCode());
    }
}
