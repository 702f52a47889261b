package io.ordermill.api.submit;

import io.ordermill.api.results.UnfinishedOrders;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.outcome.UploadedItem;
import io.ordermill.core.outcome.UploadedItems;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** The orders an operation did not save, in file order, as a file of their own. */
@Component
class UnfinishedFile {

    private static final int BUFFER_SIZE = 16 * 1024;

    private final UnfinishedOrders orders;
    private final SpoolDirectory directory;

    UnfinishedFile(UnfinishedOrders orders, SpoolDirectory directory) {
        this.orders = orders;
        this.directory = directory;
    }

    ReceivedFile of(Operation operation) throws IOException {
        Spool spool = directory.open();
        boolean complete = false;
        try (UploadedItems items = orders.failedAndUnprocessed(operation)) {
            UploadedItem first = items.next();
            if (first == null) {
                throw RetryRules.nothingLeft();
            }
            // Compressed, for so may have been the upload: the plain text could be many times its size.
            try (OutputStream out = new GZIPOutputStream(spool.output(), BUFFER_SIZE)) {
                write(first, items, out);
            }
            complete = true;
            return new ReceivedFile(spool, operation.fileName());
        } finally {
            if (!complete) {
                spool.close();
            }
        }
    }

    private static void write(UploadedItem first, UploadedItems others, OutputStream out) throws IOException {
        out.write('[');
        first.json().writeTo(out);
        for (UploadedItem item = others.next(); item != null; item = others.next()) {
            out.write(',');
            out.write('\n');
            item.json().writeTo(out);
        }
        out.write(']');
    }
}
