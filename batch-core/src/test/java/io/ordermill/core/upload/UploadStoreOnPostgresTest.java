package io.ordermill.core.upload;

import io.ordermill.core.testing.TestDatabase;

class UploadStoreOnPostgresTest extends UploadStoreContract {

    UploadStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
