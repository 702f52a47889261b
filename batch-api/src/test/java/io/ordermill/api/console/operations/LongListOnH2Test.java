package io.ordermill.api.console.operations;

import io.ordermill.core.testing.TestDatabase;

class LongListOnH2Test extends LongListContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
