package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class AtomicOnPostgresTest extends AtomicContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
