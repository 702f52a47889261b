package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class RehearsalOnPostgresTest extends RehearsalContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
