package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class OperationQueueOnPostgresTest extends OperationQueueContract {

    OperationQueueOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
