package io.ordermill.core.reference;

/**
 * The key of one row within a company.
 *
 * @param value the key as text; a dimension value is {@code number + "/" + value}, a period its six digits
 */
public record ReferenceKey(ReferenceKind kind, String value) {

    public static ReferenceKey dimension(int number, String value) {
        return new ReferenceKey(ReferenceKind.DIMENSION_VALUES, number + "/" + value);
    }

    public static ReferenceKey period(int period) {
        return new ReferenceKey(ReferenceKind.PERIODS, Integer.toString(period));
    }
}
