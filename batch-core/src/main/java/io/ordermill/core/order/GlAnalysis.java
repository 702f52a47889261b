package io.ordermill.core.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One entry of a line's split over general-ledger dimensions, as given. */
public record GlAnalysis(
        @Nullable Dimensions accounting,
        @Nullable String account,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percentageSplit,
        @Nullable String taxCode,
        @Nullable String taxSystem) {}
