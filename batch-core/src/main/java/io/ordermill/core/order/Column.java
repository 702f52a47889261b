package io.ordermill.core.order;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column and how it is filled.
 *
 * @param sqlType of {@link java.sql.Types}
 */
record Column<R>(String name, int sqlType, Function<R, @Nullable Object> value) {

    /** The same column, filled from what a wider row holds. */
    <W> Column<W> of(Function<W, R> part) {
        return new Column<>(name, sqlType, row -> value.apply(part.apply(row)));
    }
}
