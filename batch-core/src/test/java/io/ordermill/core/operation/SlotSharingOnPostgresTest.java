package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class SlotSharingOnPostgresTest extends SlotSharingContract {

    SlotSharingOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
