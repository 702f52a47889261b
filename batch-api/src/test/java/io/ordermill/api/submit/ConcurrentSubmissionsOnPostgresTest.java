package io.ordermill.api.submit;

import io.ordermill.core.testing.TestDatabase;

class ConcurrentSubmissionsOnPostgresTest extends ConcurrentSubmissionsContract {

    ConcurrentSubmissionsOnPostgresTest() {
        super(TestDatabase.postgres(), 2);
    }
}
