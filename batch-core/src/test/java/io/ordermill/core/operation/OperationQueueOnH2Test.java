package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class OperationQueueOnH2Test extends OperationQueueContract {

    OperationQueueOnH2Test() {
        super(TestDatabase.h2());
    }
}
