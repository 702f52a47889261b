package io.ordermill.worker;

import io.ordermill.core.testing.TestDatabase;

class ImportOnPostgresTest extends ImportContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
