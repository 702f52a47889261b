package io.ordermill.core.operation;

import java.util.UUID;

/** Puts operations where workers find them. */
public interface OperationDispatcher {

    /**
     * Queues an operation in the caller's transaction.
     *
     * @param uploadSize bytes; small files overtake large ones
     * @param openBefore operations of the company that have not ended, this one not counted; companies take turns
     */
    void enqueue(UUID operationId, long uploadSize, int openBefore);
}
