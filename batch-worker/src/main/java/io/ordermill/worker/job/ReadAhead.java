package io.ordermill.worker.job;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.OrderReader;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.upload.UploadStore;
import io.ordermill.core.validation.OrderLimits;
import io.ordermill.worker.WorkerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the file at the run's checkpoint and reads it ahead: parsed, references resolved by set, judged, encoded. */
@Component
class ReadAhead {

    /** One is being read and one waits while one is written. */
    private static final int LARGE_PAGES_AT_A_TIME = 3;

    private final UploadStore uploads;
    private final FileLimits fileLimits;
    private final OrderLimits orderLimits;
    private final PageJudge judge;
    private final WorkerSettings settings;

    ReadAhead(
            UploadStore uploads,
            FileLimits fileLimits,
            OrderLimits orderLimits,
            PageJudge judge,
            WorkerSettings settings) {
        this.uploads = uploads;
        this.fileLimits = fileLimits;
        this.orderLimits = orderLimits;
        this.judge = judge;
        this.settings = settings;
    }

    /** What is done with judged items ahead. */
    @FunctionalInterface
    interface Preparation extends Function<List<JudgedItem>, List<PreparedItem>> {}

    /**
     * Starts reading.
     *
     * @param from index of the first item
     */
    PageReader start(ImportRun run, int from, Preparation preparation) {
        PageBuffer buffer =
                new PageBuffer(settings.pagesAhead(), settings.memoryAhead().toBytes());
        return PageReader.start(
                "read-ahead-" + run.operationId(), buffer, into -> readPages(run, from, preparation, into));
    }

    private void readPages(ImportRun run, int from, Preparation preparation, PageBuffer buffer) throws IOException {
        Operation operation = run.operation();
        InputStream bytes = new StoppableInputStream(
                uploads.open(operation.uploadId()), () -> run.isStopping() || buffer.isClosed());
        try (ItemReader<Optional<DraftOrder>> items = open(operation, bytes)) {
            items.skip(from);
            PageCut pages = new PageCut(items, buffer, memoryOfPage());
            List<PreparedItem> page;
            do {
                page = prepare(operation, pages.next(), preparation);
            } while (!page.isEmpty() && buffer.put(page));
        }
    }

    private List<PreparedItem> prepare(
            Operation operation, List<FileItem<Optional<DraftOrder>>> page, Preparation preparation) {
        return page.isEmpty() ? List.of() : preparation.apply(judge.judge(operation, page));
    }

    private long memoryOfPage() {
        return settings.memoryAhead().toBytes() / LARGE_PAGES_AT_A_TIME;
    }

    private ItemReader<Optional<DraftOrder>> open(Operation operation, InputStream bytes) throws IOException {
        OrderReader reader = new OrderReader(
                operation.options().ignoreUnknownFields(),
                orderLimits.linesPerOrder(operation.options().skipWorkflow()));
        return ItemReader.open(bytes, fileLimits, parser -> Optional.ofNullable(reader.read(parser)));
    }
}
