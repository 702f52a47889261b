package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class ImportOnH2Test extends ImportContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
