package io.ordermill.api.submit;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.OpenOperations;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses submissions while too many operations are open. */
@Component
class QueueLimits {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final OpenOperations openOperations;
    private final QueueSettings settings;

    QueueLimits(OpenOperations openOperations, QueueSettings settings) {
        this.openOperations = openOperations;
        this.settings = settings;
    }

    /** Why no other operation would be let in now: spares callers an upload in vain. */
    Optional<ProblemException> refusal(String companyId) {
        OpenOperations.Count open = openOperations.count(companyId);
        return refusal(companyId, open.ofCompany() + 1, open.ofAll() + 1);
    }

    /** Decides on an operation that has just been created, as the last thing in its transaction. */
    void admit(String companyId) {
        OpenOperations.Count open = openOperations.countAlone(companyId);
        refusal(companyId, open.ofCompany(), open.ofAll()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<ProblemException> refusal(String companyId, int ofCompany, int ofAll) {
        if (ofCompany > settings.maxPendingPerCompany()) {
            return Optional.of(full("Company " + companyId + " has as many open operations as one company may have: "
                    + settings.maxPendingPerCompany() + "."));
        }
        return ofAll > settings.maxPending()
                ? Optional.of(full("As many operations are open as may be: " + settings.maxPending() + "."))
                : Optional.empty();
    }

    private static ProblemException full(String detail) {
        return new ProblemException(ProblemCode.QUEUE_FULL, detail).retryAfter(RETRY_AFTER_SECONDS);
    }
}
