package io.ordermill.worker.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PageCutTest {

    private static final int KILOBYTE = 1_024;
    private static final FileLimits LIMITS = new FileLimits(
            DataSize.ofGigabytes(1),
            1_000,
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(8),
            32);
    private static final long MAX_MEMORY = 1_000 * KILOBYTE;

    private final PageBuffer buffer = new PageBuffer(100, 1_000 * MAX_MEMORY);

    @Test
    void aPageHasAtMostAHundredItems() throws IOException {
        assertThat(pages(Collections.nCopies(250, 0))).containsExactly(100, 100, 50);
    }

    @Test
    void aPageEndsBeforeTheItemThatWouldTakeTooMuchMemory() throws IOException {
        assertThat(pages(List.of(100, 100, 100, 100, 0, 0))).containsExactly(3, 3);
    }

    @Test
    void anItemThatTakesTooMuchMemoryIsAPageOfItsOwn() throws IOException {
        assertThat(pages(List.of(0, 400, 400, 0, 0))).containsExactly(1, 1, 1, 2);
    }

    @Test
    void nothingIsReadBehindAPageThatIsFull() throws IOException {
        AtomicInteger read = new AtomicInteger();
        try (ItemReader<Optional<DraftOrder>> items = open(List.of(400, 400), read)) {
            new PageCut(items, buffer, MAX_MEMORY).next();
        }

        assertThat(read).hasValue(1);
    }

    @Test
    void noItemIsLostOrTwice() throws IOException {
        List<Integer> indexes = new ArrayList<>();
        for (List<FileItem<Optional<DraftOrder>>> page : cut(List.of(400, 0, 300, 300, 10, 400, 0))) {
            page.forEach(item -> indexes.add(item.index()));
        }

        assertThat(indexes).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void nothingIsReadOnceTheBufferIsClosed() throws IOException {
        buffer.close();

        assertThat(pages(List.of(0, 0))).isEmpty();
    }

    /** How many items the pages of a file have whose items have so many kilobytes. */
    private List<Integer> pages(List<Integer> kilobytes) throws IOException {
        return cut(kilobytes).stream().map(List::size).toList();
    }

    private List<List<FileItem<Optional<DraftOrder>>>> cut(List<Integer> kilobytes) throws IOException {
        List<List<FileItem<Optional<DraftOrder>>>> pages = new ArrayList<>();
        try (ItemReader<Optional<DraftOrder>> items = open(kilobytes, new AtomicInteger())) {
            PageCut cut = new PageCut(items, buffer, MAX_MEMORY);
            for (List<FileItem<Optional<DraftOrder>>> page = cut.next(); !page.isEmpty(); page = cut.next()) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static ItemReader<Optional<DraftOrder>> open(List<Integer> kilobytes, AtomicInteger read)
            throws IOException {
        OrderReader reader = new OrderReader(false, 1_000);
        String file = IntStream.range(0, kilobytes.size())
                .mapToObj(i -> "{\"notes\":\"" + "x".repeat(kilobytes.get(i) * KILOBYTE) + "\"}")
                .collect(joining(",", "[", "]"));
        return ItemReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)), LIMITS, parser -> {
            read.incrementAndGet();
            return Optional.ofNullable(reader.read(parser));
        });
    }
}
