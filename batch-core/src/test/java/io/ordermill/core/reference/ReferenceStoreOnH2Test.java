package io.ordermill.core.reference;

import io.ordermill.core.testing.TestDatabase;

class ReferenceStoreOnH2Test extends ReferenceStoreContract {

    ReferenceStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
