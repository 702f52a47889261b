package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;

class SlotSharingOnH2Test extends SlotSharingContract {

    SlotSharingOnH2Test() {
        super(TestDatabase.h2());
    }
}
