package io.ordermill.api.console.errors;

import io.ordermill.api.testing.OnPostgres;

@OnPostgres
class ErrorsPageOnPostgresTest extends ErrorsPageContract {}
