package io.ordermill.worker.job;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.OrderReader;
import io.ordermill.core.upload.UploadStore;
import io.ordermill.core.validation.OrderLimits;
import io.ordermill.worker.WorkerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the file at the run's checkpoint and reads it ahead: parsed, references resolved by set, judged, encoded. */
@Component
class ReadAhead {

    /** What a detail line takes in memory, its postings included; measured, roughly. */
    private static final int BYTES_PER_LINE = 2_048;

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
            boolean wanted = true;
            while (wanted) {
                List<FileItem<Optional<DraftOrder>>> page = readPage(items, buffer);
                wanted = !page.isEmpty() && buffer.put(orders.prepare(judge.judge(operation, page)));
            }
        }
    }

    private ItemReader<Optional<DraftOrder>> open(Operation operation, InputStream bytes) throws IOException {
        OrderReader reader = new OrderReader(
                operation.options().ignoreUnknownFields(),
                orderLimits.linesPerOrder(operation.options().skipWorkflow()));
        return ItemReader.open(bytes, fileLimits, parser -> Optional.ofNullable(reader.read(parser)));
    }

    private static List<FileItem<Optional<DraftOrder>>> readPage(
            ItemReader<Optional<DraftOrder>> items, PageBuffer buffer) throws IOException {
        List<FileItem<Optional<DraftOrder>>> page = new ArrayList<>(ImportStep.PAGE_SIZE);
        while (page.size() < ImportStep.PAGE_SIZE) {
            FileItem<Optional<DraftOrder>> item = items.next();
            if (item == null) {
                return page;
            }
            if (!buffer.reserve(memory(item))) {
                return List.of();
            }
            page.add(item);
        }
        return page;
    }

    // The element's bytes are kept, its texts once more in the order, and much of them again as it is stored.
    private static long memory(FileItem<Optional<DraftOrder>> item) {
        int lines = item.value().map(DraftOrder::lineCount).orElse(0);
        return 3L * item.json().length + (long) BYTES_PER_LINE * (1 + lines);
    }
}
