package io.ordermill.core.order;

/** What can be wrong with one order. The names are part of the HTTP contract and never change. */
public enum ErrorCode {
    /** The element of the array is no JSON object. */
    NOT_AN_OBJECT,
    /** A required member is missing, null or empty. */
    REQUIRED,
    /** The order model has no such member. */
    UNKNOWN_FIELD,
    /** A member stands twice in one object. */
    DUPLICATE_FIELD,
    /** Text where a number belongs, a number where text belongs, a fraction where a whole number belongs. */
    WRONG_TYPE,
    /** Not a calendar date of the form {@code YYYY-MM-DD}. */
    INVALID_DATE,
    /** U+0000 or a lone surrogate. */
    INVALID_TEXT,
    /** More characters than the member holds. */
    TOO_LONG,
    /** Outside the permitted values. */
    OUT_OF_RANGE,
    /** More decimals than the member holds; never rounded. */
    TOO_PRECISE,
    UNKNOWN_CUSTOMER,
    UNKNOWN_PRODUCT,
    UNKNOWN_TRANSACTION_TYPE,
    /** Any other kind of reference; the pointer says which. */
    UNKNOWN_REFERENCE,
    /** The reference exists but is switched off. */
    INACTIVE_REFERENCE,
    PERIOD_CLOSED,
    /** Percentages of a line do not add up to 100. */
    SPLIT_MISMATCH,
    /** A given amount is not what quantity, price, discount or the line make it. */
    AMOUNT_MISMATCH,
    /** More detail lines than the mode permits (seed 001, POST_003). */
    LINE_LIMIT_EXCEEDED,
    /** The order would take the batch over its database items (seed 001, POST_004). */
    ROW_LIMIT_EXCEEDED,
    /** The number series is manual and no number was given. */
    ORDER_NUMBER_REQUIRED,
    /** The number is taken: in the store, earlier in the file, or by another batch (seed 001, POST_007). */
    ORDER_NUMBER_IN_USE,
    /** The company wants external order ids unique, and this one is taken. */
    EXTERNAL_ORDER_ID_IN_USE,
    NUMBER_SERIES_EXHAUSTED,
    NO_POSTING_CYCLE
}
