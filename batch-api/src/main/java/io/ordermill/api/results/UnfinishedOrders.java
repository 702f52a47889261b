package io.ordermill.api.results;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.outcome.UnfinishedItems;
import io.ordermill.core.outcome.UploadedItems;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What an operation that has ended left undone, or a problem where its file cannot be read again. */
@Component
public class UnfinishedOrders {

    private final UnfinishedItems items;

    UnfinishedOrders(UnfinishedItems items) {
        this.items = items;
    }

    /** Orders that were neither saved nor refused. */
    UploadedItems unprocessed(Operation operation) throws IOException {
        requireReadable(operation);
        return items.unprocessed(operation);
    }

    /** Orders that did not succeed: the refused and the unprocessed. */
    public UploadedItems failedAndUnprocessed(Operation operation) throws IOException {
        requireReadable(operation);
        return items.unsucceeded(operation);
    }

    private void requireReadable(Operation operation) throws IOException {
        switch (items.source(operation)) {
            case READABLE -> {}
            case GONE ->
                throw new ProblemException(
                        ProblemCode.UPLOAD_EXPIRED, "The uploaded file of this operation is not kept any more.");
            case BROKEN ->
                throw new ProblemException(
                        ProblemCode.UPLOAD_UNREADABLE,
                        "The uploaded file cannot be read to its end, so its orders cannot be told apart;"
                                + " send it again, corrected.");
        }
    }
}
