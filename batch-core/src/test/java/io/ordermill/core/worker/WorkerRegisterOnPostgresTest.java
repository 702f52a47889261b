package io.ordermill.core.worker;

import io.ordermill.core.testing.TestDatabase;

class WorkerRegisterOnPostgresTest extends WorkerRegisterContract {

    WorkerRegisterOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
