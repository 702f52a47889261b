package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class OperationStoreOnPostgresTest extends OperationStoreContract {

    OperationStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
