package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class InterruptionOnPostgresTest extends InterruptionContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
