package io.ordermill.core.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic in one currency.
 *
 * @param decimals digits after the point, 0 … 4: amounts are stored with four
 */
record Money(int decimals) {

    private static final int MAX_DECIMALS = 4;

    /** Amounts have at most 15 digits before the point. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Money {
        decimals = Math.max(0, Math.min(MAX_DECIMALS, decimals));
    }

    BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return round(amount.multiply(percent).movePointLeft(2));
    }

    /** Whether two amounts differ by at most one minor unit. */
    boolean isClose(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(BigDecimal.ONE.movePointLeft(decimals)) <= 0;
    }

    static boolean fits(BigDecimal amount) {
        return amount.abs().compareTo(LIMIT) < 0;
    }

    static boolean isPercentage(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
    }

    static boolean isWhole(BigDecimal percent) {
        return percent.compareTo(HUNDRED) == 0;
    }

    /** What a discount leaves, as a factor. */
    static BigDecimal remaining(BigDecimal discountPercent) {
        return HUNDRED.subtract(discountPercent).movePointLeft(2);
    }
}
