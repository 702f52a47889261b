package io.ordermill.worker.job;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.order.DraftOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into pages: of so many items, or of fewer where they would take more memory than a page may. An item that takes
 * more by itself is a page of its own.
 */
final class PageCut {

    static final int MAX_ITEMS = 100;

    /** What a detail line takes in memory, its postings included; measured, roughly. */
    private static final int BYTES_PER_LINE = 2_048;

    private final ItemReader<Optional<DraftOrder>> items;
    private final PageBuffer buffer;
    private final long maxMemory;

    /** Read, but too large for the page it would have been the last of. */
    private @Nullable FileItem<Optional<DraftOrder>> heldOver;

    PageCut(ItemReader<Optional<DraftOrder>> items, PageBuffer buffer, long maxMemory) {
        this.items = items;
        this.buffer = buffer;
        this.maxMemory = maxMemory;
    }

    /** The next page, once there is room for it; empty at the end of the file and where nothing more is wanted. */
    List<FileItem<Optional<DraftOrder>>> next() throws IOException {
        List<FileItem<Optional<DraftOrder>>> page = new ArrayList<>();
        long memoryOfPage = 0;
        // A page that is full already ends before another item is read: that one may be large, and would wait in
        // memory.
        while (page.size() < MAX_ITEMS && memoryOfPage < maxMemory) {
            FileItem<Optional<DraftOrder>> item = nextItem();
            if (item == null) {
                return page;
            }
            long memory = memory(item);
            if (!page.isEmpty() && memoryOfPage + memory > maxMemory) {
                heldOver = item;
                return page;
            }
            if (!buffer.reserve(memory)) {
                return List.of();
            }
            memoryOfPage += memory;
            page.add(item);
        }
        return page;
    }

    private @Nullable FileItem<Optional<DraftOrder>> nextItem() throws IOException {
        FileItem<Optional<DraftOrder>> item = heldOver;
        heldOver = null;
        return item == null && buffer.awaitRoom() ? items.next() : item;
    }

    // The element's bytes are kept, its texts once more in the order, and much of them again as it is stored.
    private static long memory(FileItem<Optional<DraftOrder>> item) {
        int lines = item.value().map(DraftOrder::lineCount).orElse(0);
        return 3L * item.json().length() + (long) BYTES_PER_LINE * (1 + lines);
    }
}
