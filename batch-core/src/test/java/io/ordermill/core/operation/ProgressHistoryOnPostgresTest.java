package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class ProgressHistoryOnPostgresTest extends ProgressHistoryContract {

    ProgressHistoryOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
