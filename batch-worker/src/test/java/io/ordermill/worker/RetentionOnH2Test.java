package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class RetentionOnH2Test extends RetentionContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
