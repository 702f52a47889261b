package io.ordermill.api.console.system;

class SystemPageOnH2Test extends SystemPageContract {}
