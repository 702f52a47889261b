package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class OrderPageWriterOnH2Test extends OrderPageWriterContract {

    OrderPageWriterOnH2Test() {
        super(TestDatabase.h2());
    }
}
