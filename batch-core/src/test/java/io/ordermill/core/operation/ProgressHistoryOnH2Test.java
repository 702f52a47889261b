package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class ProgressHistoryOnH2Test extends ProgressHistoryContract {

    ProgressHistoryOnH2Test() {
        super(TestDatabase.h2());
    }
}
