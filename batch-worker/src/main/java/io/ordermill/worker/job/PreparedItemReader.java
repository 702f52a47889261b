package io.ordermill.worker.job;

import io.ordermill.core.order.PreparedItem;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands the pages that were read ahead to the step, item by item. Pages and chunks are of one size, so they coincide. */
final class PreparedItemReader implements ItemStreamReader<PreparedItem> {

    private final Supplier<PageReader> start;
    private @Nullable PageReader pages;
    private Iterator<PreparedItem> page = Collections.emptyIterator();

    PreparedItemReader(Supplier<PageReader> start) {
        this.start = start;
    }

    @Override
    public void open(ExecutionContext context) {
        pages = start.get();
    }

    @Override
    public @Nullable PreparedItem read() {
        if (!page.hasNext()) {
            page = nextPage().iterator();
        }
        return page.hasNext() ? page.next() : null;
    }

    private List<PreparedItem> nextPage() {
        if (pages == null) {
            throw new IllegalStateException("not open");
        }
        return pages.next();
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
