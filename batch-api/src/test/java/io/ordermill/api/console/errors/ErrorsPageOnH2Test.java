package io.ordermill.api.console.errors;

class ErrorsPageOnH2Test extends ErrorsPageContract {}
