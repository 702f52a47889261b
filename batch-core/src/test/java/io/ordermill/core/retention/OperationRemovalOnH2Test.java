package io.ordermill.core.retention;

import io.ordermill.core.testing.TestDatabase;

class OperationRemovalOnH2Test extends OperationRemovalContract {

    OperationRemovalOnH2Test() {
        super(TestDatabase.h2());
    }
}
