package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class InterruptionOnH2Test extends InterruptionContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
