package io.ordermill.core.outcome;

import io.ordermill.core.testing.TestDatabase;

class OutcomeStoreOnH2Test extends OutcomeStoreContract {

    OutcomeStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
