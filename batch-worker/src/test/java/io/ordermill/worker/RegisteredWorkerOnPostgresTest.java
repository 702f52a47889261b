package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class RegisteredWorkerOnPostgresTest extends RegisteredWorkerContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
