package io.ordermill.core.reference;

import io.ordermill.core.testing.TestDatabase;

class ReferenceResolverOnH2Test extends ReferenceResolverContract {

    ReferenceResolverOnH2Test() {
        super(TestDatabase.h2());
    }
}
