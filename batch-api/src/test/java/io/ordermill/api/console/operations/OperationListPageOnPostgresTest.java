package io.ordermill.api.console.operations;

import io.ordermill.api.testing.OnPostgres;

@OnPostgres
class OperationListPageOnPostgresTest extends OperationListPageContract {}
