package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class QueueWatchOnPostgresTest extends QueueWatchContract {

    QueueWatchOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
