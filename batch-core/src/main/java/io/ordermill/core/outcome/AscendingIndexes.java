package io.ordermill.core.outcome;

import java.util.Iterator;
import java.util.List;

/** A set of indexes that is asked in ascending order only, so that a page of it at a time is enough. */
final class AscendingIndexes {

    private static final int PER_PAGE = 10_000;
    private static final int NONE = Integer.MAX_VALUE;

    private final Pages pages;
    private Iterator<Integer> page = List.<Integer>of().iterator();
    private int current = -1;

    AscendingIndexes(Pages pages) {
        this.pages = pages;
    }

    /** @param index not below that of the call before */
    boolean contains(int index) {
        while (current < index) {
            if (!page.hasNext()) {
                page = pages.after(current, PER_PAGE).iterator();
            }
            current = page.hasNext() ? page.next() : NONE;
        }
        return current == index;
    }

    /** Where the indexes come from. */
    @FunctionalInterface
    interface Pages {

        /** The next indexes after the given one, ascending; empty where there are no more. */
        List<Integer> after(int index, int limit);
    }
}
