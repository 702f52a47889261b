package io.ordermill.api.submit;

import io.ordermill.core.testing.TestDatabase;

class ConcurrentSubmissionsOnH2Test extends ConcurrentSubmissionsContract {

    ConcurrentSubmissionsOnH2Test() {
        super(TestDatabase.h2(), 1);
    }
}
