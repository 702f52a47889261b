package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class OrderStoreOnH2Test extends OrderStoreContract {

    OrderStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
