package io.ordermill.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Goes up a number series for free numbers, a stretch at a time, each longer than the one before. */
final class SeriesWalk {

    private static final long SMALLEST_STRETCH = 1_000;
    private static final long LARGEST_STRETCH = 100_000;

    private SeriesWalk() {}

    /** What is left of a series. */
    record Range(long next, long last) {}

    /**
     * Free numbers, ascending.
     *
     * @param next where the series goes on behind them
     */
    record Drawn(List<Long> numbers, long next) {}

    /** Tells which numbers of a stretch are in use, both its ends included. */
    @FunctionalInterface
    interface InUse {
        Set<Long> between(long first, long last);
    }

    /** Draws as many as asked for, or as there are. */
    static Drawn draw(Range range, int count, InUse inUse) {
        List<Long> drawn = new ArrayList<>(count);
        long next = range.next;
        long stretch = SMALLEST_STRETCH;
        while (drawn.size() < count && next <= range.last) {
            long end = Math.min(range.last, next + stretch - 1);
            Set<Long> taken = inUse.between(next, end);
            for (; next <= end && drawn.size() < count; next++) {
                if (!taken.contains(next)) {
                    drawn.add(next);
                }
            }
            stretch = Math.min(LARGEST_STRETCH, 2 * stretch);
        }
        return new Drawn(drawn, next);
    }
}
