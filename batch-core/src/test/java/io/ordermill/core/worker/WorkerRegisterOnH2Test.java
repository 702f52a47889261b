package io.ordermill.core.worker;

import io.ordermill.core.testing.TestDatabase;

class WorkerRegisterOnH2Test extends WorkerRegisterContract {

    WorkerRegisterOnH2Test() {
        super(TestDatabase.h2());
    }
}
