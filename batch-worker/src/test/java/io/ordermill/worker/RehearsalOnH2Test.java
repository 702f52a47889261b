package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class RehearsalOnH2Test extends RehearsalContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
