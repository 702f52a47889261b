package io.ordermill.api.console.operations;

import io.ordermill.core.testing.TestDatabase;

class LongListOnPostgresTest extends LongListContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
