package io.ordermill.api.results;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Pages of a store as one source: the next page is fetched when the one before has been used up. */
final class Pages implements ResultSource {

    private final IntFunction<List<? extends ResultElement>> pageAfter;
    private Iterator<? extends ResultElement> page = List.<ResultElement>of().iterator();
    private int lastIndex = -1;

    /** @param pageAfter elements after an index; empty where there are no more */
    Pages(IntFunction<List<? extends ResultElement>> pageAfter) {
        this.pageAfter = pageAfter;
    }

    @Override
    public @Nullable ResultElement next() {
        if (!page.hasNext()) {
            // The used page must not stay in memory while the next is read.
            page = List.<ResultElement>of().iterator();
            page = pageAfter.apply(lastIndex).iterator();
        }
        if (!page.hasNext()) {
            return null;
        }
        ResultElement element = page.next();
        lastIndex = element.itemIndex();
        return element;
    }
}
