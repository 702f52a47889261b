package io.ordermill.worker.notification;

import io.ordermill.core.testing.TestDatabase;

class NotificationOnH2Test extends NotificationContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }
}
