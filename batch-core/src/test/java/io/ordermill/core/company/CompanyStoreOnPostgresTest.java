package io.ordermill.core.company;

import io.ordermill.core.testing.TestDatabase;

class CompanyStoreOnPostgresTest extends CompanyStoreContract {

    CompanyStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
