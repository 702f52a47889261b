package io.ordermill.worker.job;

import io.ordermill.core.order.PreparedItem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands the pages that were read ahead to the step. To Spring Batch a whole page is one item. */
final class PageItemReader implements ItemStreamReader<List<PreparedItem>> {

    private final Supplier<PageReader> start;
    private @Nullable PageReader pages;

    PageItemReader(Supplier<PageReader> start) {
        this.start = start;
    }

    @Override
    public void open(ExecutionContext context) {
        pages = start.get();
    }

    @Override
    public @Nullable List<PreparedItem> read() {
        if (pages == null) {
            throw new IllegalStateException("not open");
        }
        List<PreparedItem> page = pages.next();
        return page.isEmpty() ? null : page;
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
