package io.ordermill.core.outcome;

import io.ordermill.core.file.FileInspector;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.Inspection;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.upload.UploadChangedException;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an operation that has ended left undone, read again from its upload: all elements of the file less those that
 * succeeded, or that succeeded or were refused.
 */
@Component
public class UnfinishedItems {

    private static final Set<OperationFailure.Code> BROKEN_FILE = EnumSet.of(
            OperationFailure.Code.MALFORMED_FILE,
            OperationFailure.Code.CORRUPT_COMPRESSION,
            OperationFailure.Code.FILE_TOO_LARGE,
            OperationFailure.Code.INPUT_CHANGED);

    private final UploadStore uploads;
    private final FileInspector inspector;
    private final FileLimits limits;
    private final SucceededOrders orders;
    private final OutcomeStore outcomes;

    UnfinishedItems(
            UploadStore uploads,
            FileInspector inspector,
            FileLimits limits,
            SucceededOrders orders,
            OutcomeStore outcomes) {
        this.uploads = uploads;
        this.inspector = inspector;
        this.limits = limits;
        this.orders = orders;
        this.outcomes = outcomes;
    }

    /** Whether the file can be read again. */
    public enum Source {
        READABLE,
        /** The upload is not kept any more. */
        GONE,
        /** Not a whole, valid file: what comes before the break must not pass for all of it. */
        BROKEN
    }

    /** Looks through the whole file where the operation ended before that was done. */
    public Source source(Operation operation) throws IOException {
        if (!uploads.hasContent(operation.uploadId())) {
            return Source.GONE;
        }
        OperationFailure failure = operation.failure();
        if (failure != null && BROKEN_FILE.contains(failure.code())) {
            return Source.BROKEN;
        }
        return operation.progress().totalItems() != null || isSound(operation) ? Source.READABLE : Source.BROKEN;
    }

    private boolean isSound(Operation operation) throws IOException {
        try {
            return inspector.inspect(uploads.open(operation.uploadId())) instanceof Inspection.Sound;
        } catch (UploadChangedException notAsReceived) {
            return false;
        }
    }

    /** Items that neither succeeded nor were refused, of an operation that has ended and whose source is readable. */
    public UploadedItems unprocessed(Operation operation) throws IOException {
        return without(operation, List.of(succeeded(operation), refused(operation)));
    }

    /** Items that did not succeed, of an operation that has ended and whose source is readable. */
    public UploadedItems unsucceeded(Operation operation) throws IOException {
        return without(operation, List.of(succeeded(operation)));
    }

    private UploadedItems without(Operation operation, List<AscendingIndexes> leftOut) throws IOException {
        return new UploadedItems(
                ItemReader.open(uploads.open(operation.uploadId()), limits, UploadedItems::isObject), leftOut);
    }

    private AscendingIndexes succeeded(Operation operation) {
        return new AscendingIndexes((after, limit) -> orders.indexes(operation, after, limit));
    }

    private AscendingIndexes refused(Operation operation) {
        return new AscendingIndexes((after, limit) -> outcomes.failedIndexes(operation.operationId(), after, limit));
    }
}
