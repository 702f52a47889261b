package io.ordermill.api.console.system;

import io.ordermill.api.testing.OnPostgres;

@OnPostgres
class SystemPageOnPostgresTest extends SystemPageContract {}
