package io.ordermill.api.submit;

import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.NewOperation;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationDispatcher;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.upload.Upload;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Upload, operation and queue entry, together or not at all. */
@Component
class Submission {

    private final QueueLimits limits;
    private final UploadStore uploads;
    private final OperationStore operations;
    private final OperationDispatcher dispatcher;

    Submission(QueueLimits limits, UploadStore uploads, OperationStore operations, OperationDispatcher dispatcher) {
        this.limits = limits;
        this.uploads = uploads;
        this.operations = operations;
        this.dispatcher = dispatcher;
    }

    @Transactional(rollbackFor = Exception.class)
    Operation submit(String companyId, String clientId, ImportOptions options, ReceivedFile file) throws IOException {
        return store(
                companyId,
                file,
                upload -> new NewOperation(companyId, clientId, options, file.fileName(), upload.uploadId(), null));
    }

    /** With the options of the first operation. */
    @Transactional(rollbackFor = Exception.class)
    Operation retry(Operation first, String clientId, ReceivedFile file) throws IOException {
        return store(
                first.companyId(),
                file,
                upload -> new NewOperation(
                        first.companyId(),
                        clientId,
                        first.options(),
                        file.fileName(),
                        upload.uploadId(),
                        first.operationId()));
    }

    private Operation store(String companyId, ReceivedFile file, Function<Upload, NewOperation> description)
            throws IOException {
        try (InputStream bytes = file.open()) {
            Upload upload = uploads.store(bytes);
            Operation operation = operations.create(description.apply(upload));
            dispatcher.enqueue(operation.operationId(), upload.size());
            // Many files may have arrived since this one was let in. Last, for it keeps others waiting until the
            // commit.
            limits.admit(companyId);
            return operation;
        }
    }
}
