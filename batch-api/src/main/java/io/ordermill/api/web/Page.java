package io.ordermill.api.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param cursor gives the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String cursor, boolean hasMore) {

    /**
     * Makes a page of a list that was asked for one row more than the page holds.
     *
     * @param position of a row, for the cursor
     */
    public static <R, T> Page<T> of(List<R> rows, int pageSize, Function<R, String> position, Function<R, T> view) {
        boolean hasMore = rows.size() > pageSize;
        List<R> shown = hasMore ? rows.subList(0, pageSize) : rows;
        String cursor = hasMore ? Cursor.encode(position.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), cursor, hasMore);
    }
}
