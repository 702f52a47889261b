package io.ordermill.core.upload;

import io.ordermill.core.testing.TestDatabase;

class UploadStoreOnH2Test extends UploadStoreContract {

    UploadStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
