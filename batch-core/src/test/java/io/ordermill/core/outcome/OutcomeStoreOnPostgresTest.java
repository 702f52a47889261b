package io.ordermill.core.outcome;

import io.ordermill.core.testing.TestDatabase;

class OutcomeStoreOnPostgresTest extends OutcomeStoreContract {

    OutcomeStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
