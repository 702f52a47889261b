package io.ordermill.core.webhook;

import io.ordermill.core.testing.TestDatabase;

class WebhookStoreOnPostgresTest extends WebhookStoreContract {

    WebhookStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
