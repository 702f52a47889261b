package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class OrderPageWriterOnPostgresTest extends OrderPageWriterContract {

    OrderPageWriterOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
