package io.ordermill.api.reference;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it came, before any check.
 *
 * @param number 1-based
 * @param values by member name; null where the element was no object
 */
record GivenRow(int number, @Nullable Map<String, Value> values) {

    /** One value as it came: the type is what the format can tell. */
    sealed interface Value {}

    /** A cell of a CSV, which may be meant as any type; never empty. */
    record Cell(String text) implements Value {}

    /** A JSON string. */
    record Text(String text) implements Value {}

    /** A JSON number. */
    record Numeric(BigDecimal number) implements Value {}

    /** A JSON boolean. */
    record Flag(boolean flag) implements Value {}

    /** A JSON object or array. */
    record Nested() implements Value {}
}
