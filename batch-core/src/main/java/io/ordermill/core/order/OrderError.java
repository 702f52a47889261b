package io.ordermill.core.order;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one order.
 *
 * @param pointer RFC 6901 JSON Pointer into the order, {@code ""} for the order itself
 * @param message an English sentence
 * @param value the offending value as text, shortened to 100 characters; null where there is none
 */
public record OrderError(
        ErrorCode code,
        String pointer,
        String message,
        @Nullable String value) {

    /** An order keeps at most so many errors. */
    public static final int MAX_PER_ORDER = 100;

    /** The longest excerpt of an offending value, in characters. */
    public static final int MAX_VALUE_LENGTH = 100;

    public static OrderError of(ErrorCode code, String pointer, String message) {
        return new OrderError(code, pointer, message, null);
    }

    public static OrderError of(ErrorCode code, String pointer, String message, @Nullable Object value) {
        return new OrderError(code, pointer, message, value == null ? null : excerpt(value.toString()));
    }

    /** Shortens without cutting a surrogate pair in two. */
    public static String excerpt(String value) {
        if (value.codePointCount(0, value.length()) <= MAX_VALUE_LENGTH) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, MAX_VALUE_LENGTH - 1)) + "…";
    }
}
