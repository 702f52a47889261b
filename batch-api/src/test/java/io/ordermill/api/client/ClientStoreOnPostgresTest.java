package io.ordermill.api.client;

import io.ordermill.core.testing.TestDatabase;

class ClientStoreOnPostgresTest extends ClientStoreContract {

    ClientStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
