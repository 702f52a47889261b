package io.ordermill.core.webhook;

import io.ordermill.core.testing.TestDatabase;

class WebhookStoreOnH2Test extends WebhookStoreContract {

    WebhookStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
