package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class OrderStoreOnPostgresTest extends OrderStoreContract {

    OrderStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
