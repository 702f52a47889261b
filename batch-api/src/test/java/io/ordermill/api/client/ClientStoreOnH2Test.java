package io.ordermill.api.client;

import io.ordermill.core.testing.TestDatabase;

class ClientStoreOnH2Test extends ClientStoreContract {

    ClientStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
