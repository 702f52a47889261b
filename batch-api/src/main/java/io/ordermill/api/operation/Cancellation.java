package io.ordermill.api.operation;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.OperationStore;
import org.springframework.stereotype.Component;

/** Asks for the end of an operation. */
@Component
public class Cancellation {

    private final OperationLookup lookup;
    private final OperationStore operations;

    Cancellation(OperationLookup lookup, OperationStore operations) {
        this.lookup = lookup;
        this.operations = operations;
    }

    /**
     * Cancels, or lets it be where that has been asked for already.
     *
     * @return the operation afterwards
     * @throws ProblemException 409 where it has completed or failed
     */
    public Operation cancel(String id, Caller caller) {
        Operation known = lookup.find(id, caller);
        Operation now = operations.cancel(known.operationId()).orElseThrow(OperationLookup::notFound);
        if (now.status() == OperationStatus.COMPLETED || now.status() == OperationStatus.FAILED) {
            throw new ProblemException(
                    ProblemCode.OPERATION_ENDED,
                    "The operation is " + now.status().label() + " and cannot be cancelled any more.");
        }
        return now;
    }
}
