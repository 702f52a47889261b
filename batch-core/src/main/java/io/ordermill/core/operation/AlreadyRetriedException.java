package io.ordermill.core.operation;

import java.util.UUID;

/** The operation has a retry, and may have no other. */
public class AlreadyRetriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadyRetriedException(UUID operationId) {
        super("operation " + operationId + " has been retried already");
    }
}
