package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class QueueWatchOnH2Test extends QueueWatchContract {

    QueueWatchOnH2Test() {
        super(TestDatabase.h2());
    }
}
