package io.ordermill.api.console.system;

import io.ordermill.api.client.Scope;
import io.ordermill.api.security.Caller;

/** What of the queue a caller may look at: an administrator all of it, anybody else the share of their companies. */
record Sight(Caller caller) {

    boolean isWhole() {
        return caller.has(Scope.ADMIN);
    }

    boolean covers(String companyId) {
        return isWhole() || caller.mayWorkIn(companyId);
    }

    /** Counting the operations of other companies is an administrator's affair, looking into them is not. */
    boolean mayOpenOperationsOf(String companyId) {
        return caller.has(Scope.OPERATIONS_READ) && caller.mayWorkIn(companyId);
    }
}
