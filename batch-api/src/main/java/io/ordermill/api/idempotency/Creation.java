package io.ordermill.api.idempotency;

import io.ordermill.core.operation.Operation;
import java.io.IOException;

/** Creates an operation, in a transaction of its own or in that of the caller. */
@FunctionalInterface
public interface Creation {

    Operation create() throws IOException;
}
