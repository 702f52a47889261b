package io.ordermill.core.company;

import io.ordermill.core.testing.TestDatabase;

class CompanyStoreOnH2Test extends CompanyStoreContract {

    CompanyStoreOnH2Test() {
        super(TestDatabase.h2());
    }
}
