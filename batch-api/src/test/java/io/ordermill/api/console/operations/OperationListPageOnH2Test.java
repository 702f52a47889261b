package io.ordermill.api.console.operations;

class OperationListPageOnH2Test extends OperationListPageContract {}
