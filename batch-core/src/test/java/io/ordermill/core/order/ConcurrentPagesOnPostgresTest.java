package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class ConcurrentPagesOnPostgresTest extends ConcurrentPagesContract {

    ConcurrentPagesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
