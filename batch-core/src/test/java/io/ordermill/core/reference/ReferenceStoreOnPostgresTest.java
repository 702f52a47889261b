package io.ordermill.core.reference;

import io.ordermill.core.testing.TestDatabase;

class ReferenceStoreOnPostgresTest extends ReferenceStoreContract {

    ReferenceStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
