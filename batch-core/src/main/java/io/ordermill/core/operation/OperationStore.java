package io.ordermill.core.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Operations for those who submit, look and cancel. */
public interface OperationStore {

    /**
     * Stores a pending operation in the caller's transaction. The id is a UUIDv7, so ids sort by time. Throws an {@link
     * AlreadyRetriedException} for a second retry of an operation; the transaction must roll back then.
     */
    Operation create(NewOperation operation);

    Optional<Operation> find(UUID operationId);

    /** Those of the given operations that there are, with one query. */
    List<Operation> findAll(Set<UUID> operationIds);

    List<Operation> list(OperationFilter filter);

    /**
     * Asks for the end: a pending operation is cancelled at once, a running one becomes {@link OperationStatus#CANCELLING};
     * any other stays as it is.
     *
     * @return the operation afterwards; empty where there is none
     */
    Optional<Operation> cancel(UUID operationId);
}
