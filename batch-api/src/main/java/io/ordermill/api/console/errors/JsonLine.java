package io.ordermill.api.console.errors;

import org.jspecify.annotations.Nullable;

/**
 * A line of JSON as a person reads it.
 *
 * @param number from 1
 * @param pointer of the value that begins here; null on a line that only closes one
 * @param name of the member, quoted; null where there is none
 * @param value a whole one, or the bracket that opens or closes one
 * @param cut what has been left out of a long value; null where nothing has
 * @param comma true where another value follows
 */
record JsonLine(
        int number,
        int depth,
        @Nullable String pointer,
        @Nullable String name,
        String value,
        @Nullable String cut,
        boolean comma) {

    JsonLine withComma() {
        return new JsonLine(number, depth, pointer, name, value, cut, true);
    }

    /** Blanks before it. */
    public String indent() {
        return "  ".repeat(depth);
    }
}
