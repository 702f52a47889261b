package io.ordermill.core.operation;

import java.util.UUID;

/** Puts operations where workers find them. */
public interface OperationDispatcher {

    /**
     * Queues an operation in the caller's transaction.
     *
     * @param uploadSize bytes; small files overtake large ones
     */
    void enqueue(UUID operationId, long uploadSize);
}
