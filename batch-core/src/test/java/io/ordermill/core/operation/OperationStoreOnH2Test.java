package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class OperationStoreOnH2Test extends OperationStoreContract {

    OperationStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
