package io.ordermill.worker.job;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.OrderReader;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.upload.UploadStore;
import io.ordermill.core.validation.OrderLimits;
import io.ordermill.worker.WorkerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the file at the run's checkpoint and reads it ahead: parsed, references resolved by set, judged, encoded. */
@Component
class ReadAhead {

    /** Beside the pages that wait there is one being read and one being written. */
    private static final int OTHER_PAGES = 2;

    private final UploadStore uploads;
    private final FileLimits fileLimits;
    private final OrderLimits orderLimits;
    private final PageJudge judge;
    private final OrderPageWriter orders;
    private final WorkerSettings settings;

    ReadAhead(
            UploadStore uploads,
            FileLimits fileLimits,
            OrderLimits orderLimits,
            PageJudge judge,
            OrderPageWriter orders,
            WorkerSettings settings) {
        this.uploads = uploads;
        this.fileLimits = fileLimits;
        this.orderLimits = orderLimits;
        this.judge = judge;
        this.orders = orders;
        this.settings = settings;
    }

    PageReader start(ImportRun run) {
        int from = run.progress().processedItems();
        PageBuffer buffer =
                new PageBuffer(settings.pagesAhead(), settings.memoryAhead().toBytes());
        return PageReader.start("read-ahead-" + run.operationId(), buffer, into -> readPages(run, from, into));
    }

    private void readPages(ImportRun run, int from, PageBuffer buffer) throws IOException {
        Operation operation = run.operation();
        InputStream bytes = new StoppableInputStream(
                uploads.open(operation.uploadId()), () -> run.isStopping() || buffer.isClosed());
        try (ItemReader<Optional<DraftOrder>> items = open(operation, bytes)) {
            items.skip(from);
            PageCut pages = new PageCut(items, buffer, memoryOfPage());
            List<PreparedItem> page;
            do {
                page = prepare(operation, pages.next());
            } while (!page.isEmpty() && buffer.put(page));
        }
    }

    private List<PreparedItem> prepare(Operation operation, List<FileItem<Optional<DraftOrder>>> page) {
        return page.isEmpty() ? List.of() : orders.prepare(judge.judge(operation, page));
    }

    private long memoryOfPage() {
        return settings.memoryAhead().toBytes() / (settings.pagesAhead() + OTHER_PAGES);
    }

    private ItemReader<Optional<DraftOrder>> open(Operation operation, InputStream bytes) throws IOException {
        OrderReader reader = new OrderReader(
                operation.options().ignoreUnknownFields(),
                orderLimits.linesPerOrder(operation.options().skipWorkflow()));
        return ItemReader.open(bytes, fileLimits, parser -> Optional.ofNullable(reader.read(parser)));
    }
}
