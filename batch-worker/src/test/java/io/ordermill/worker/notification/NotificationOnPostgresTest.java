package io.ordermill.worker.notification;

import io.ordermill.core.testing.TestDatabase;

class NotificationOnPostgresTest extends NotificationContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
