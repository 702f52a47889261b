package io.ordermill.core.order;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number taken apart without computing it: {@code ±digits × 10^exponent}. What it costs to judge a number depends
 * on the length of its text alone, so neither a million digits nor {@code 1e999999999} can hold an import up; only a
 * number that passed becomes a {@link BigDecimal}.
 *
 * @param digits the significant digits, without zeros in front or behind; empty for zero
 * @param exponent of the last digit
 */
record DecimalText(boolean negative, String digits, long exponent) {

    /** Beyond this, an exponent only means «far too large» or «far too precise». */
    private static final long HUGE_EXPONENT = 10_000_000_000L;

    /** So many always fit into a long. */
    private static final int LONG_DIGITS = 18;

    /**
     * Takes a number apart.
     *
     * @param json follows the JSON grammar
     */
    static DecimalText parse(String json) {
        boolean negative = json.startsWith("-");
        int from = negative ? 1 : 0;
        int to = mantissaEnd(json);
        int point = json.indexOf('.');
        if (point < 0) {
            return normalized(negative, json.substring(from, to), exponent(json, to));
        }
        String digits = json.substring(from, point) + json.substring(point + 1, to);
        return normalized(negative, digits, exponent(json, to) - (to - point - 1));
    }

    /** Null where the number has at most so many digits before and after the point. */
    @Nullable
    ErrorCode problem(int maxIntegerDigits, int maxFractionDigits) {
        if (digits.length() + exponent > maxIntegerDigits && !digits.isEmpty()) {
            return ErrorCode.OUT_OF_RANGE;
        }
        return -exponent > maxFractionDigits ? ErrorCode.TOO_PRECISE : null;
    }

    /** By value, not by spelling: {@code 50.0} and {@code 5e1} are whole. */
    boolean isWhole() {
        return exponent >= 0;
    }

    /** The number in plain notation, without zeros behind its last decimal. Only for one without a {@link #problem}. */
    BigDecimal value() {
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        int scale = Math.toIntExact(-exponent);
        BigDecimal value = digits.length() <= LONG_DIGITS
                ? BigDecimal.valueOf(Long.parseLong(digits), scale)
                : new BigDecimal(new BigInteger(digits), scale);
        BigDecimal plain = exponent > 0 ? value.setScale(0) : value;
        return negative ? plain.negate() : plain;
    }

    private static int mantissaEnd(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) == 'e' || json.charAt(i) == 'E') {
                return i;
            }
        }
        return json.length();
    }

    private static long exponent(String json, int mantissaEnd) {
        long exponent = 0;
        boolean negative = false;
        for (int i = mantissaEnd + 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '-') {
                negative = true;
            } else if (c != '+') {
                exponent = Math.min(HUGE_EXPONENT, exponent * 10 + (c - '0'));
            }
        }
        return negative ? -exponent : exponent;
    }

    private static DecimalText normalized(boolean negative, String digits, long exponent) {
        int from = 0;
        int to = digits.length();
        while (from < to && digits.charAt(from) == '0') {
            from++;
        }
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return new DecimalText(false, "", 0);
        }
        return new DecimalText(negative, digits.substring(from, to), exponent + digits.length() - to);
    }
}
