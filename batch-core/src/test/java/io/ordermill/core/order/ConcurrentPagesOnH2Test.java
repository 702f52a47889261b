package io.ordermill.core.order;

import io.ordermill.core.testing.TestDatabase;

class ConcurrentPagesOnH2Test extends ConcurrentPagesContract {

    ConcurrentPagesOnH2Test() {
        super(TestDatabase.h2());
    }
}
