package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class RetentionOnPostgresTest extends RetentionContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
