package io.ordermill.core.reference;

import io.ordermill.core.testing.TestDatabase;

class ReferenceResolverOnPostgresTest extends ReferenceResolverContract {

    ReferenceResolverOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
