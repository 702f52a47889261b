package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class AtomicOnH2Test extends AtomicContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
