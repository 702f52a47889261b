package io.ordermill.api.console.operations;

import io.ordermill.core.operation.Progress;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Saved and failed orders as lengths of a bar of {@value #LENGTH}.
 *
 * @param percent of the orders that have been judged, rounded down, so that 100 means all
 */
record Bar(BigDecimal saved, BigDecimal failed, int percent) {

    private static final int LENGTH = 100;

    /** One failed order among a hundred thousand must be seen. */
    private static final double LEAST = 0.8;

    static Bar of(Progress progress) {
        Integer total = progress.totalItems();
        if (total == null || total == 0) {
            return new Bar(BigDecimal.ZERO, BigDecimal.ZERO, 0);
        }
        double failed = visible((double) LENGTH * progress.failedItems() / total);
        double saved = Math.min((double) LENGTH * progress.succeededItems() / total, LENGTH - failed);
        return new Bar(length(saved), length(failed), (int) ((long) LENGTH * progress.processedItems() / total));
    }

    private static double visible(double length) {
        return length == 0 ? 0 : Math.max(length, LEAST);
    }

    private static BigDecimal length(double length) {
        return BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP);
    }
}
