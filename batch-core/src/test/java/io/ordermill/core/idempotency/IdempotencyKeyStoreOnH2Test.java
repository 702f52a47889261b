package io.ordermill.core.idempotency;

import io.ordermill.core.testing.TestDatabase;

class IdempotencyKeyStoreOnH2Test extends IdempotencyKeyStoreContract {

    IdempotencyKeyStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
