package io.ordermill.api.submit;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.OperationStore;
import org.springframework.stereotype.Component;

/** Refuses submissions while too many operations are open. */
@Component
class QueueLimits {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final OperationStore operations;
    private final QueueSettings settings;

    QueueLimits(OperationStore operations, QueueSettings settings) {
        this.operations = operations;
        this.settings = settings;
    }

    void check(String companyId) {
        if (operations.countOpen(companyId) >= settings.maxPendingPerCompany()) {
            throw full("Company " + companyId + " has as many open operations as one company may have: "
                    + settings.maxPendingPerCompany() + ".");
        }
        if (operations.countOpen(null) >= settings.maxPending()) {
            throw full("As many operations are open as may be: " + settings.maxPending() + ".");
        }
    }

    private static ProblemException full(String detail) {
        return new ProblemException(ProblemCode.QUEUE_FULL, detail).retryAfter(RETRY_AFTER_SECONDS);
    }
}
