package io.ordermill.core.retention;

import io.ordermill.core.testing.TestDatabase;

class OperationRemovalOnPostgresTest extends OperationRemovalContract {

    OperationRemovalOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
