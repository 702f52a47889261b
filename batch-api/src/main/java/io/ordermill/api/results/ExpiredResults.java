package io.ordermill.api.results;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.Operation;

/** What has been deleted must not look like nothing. */
final class ExpiredResults {

    private ExpiredResults() {}

    static void refuse(Operation operation) {
        if (operation.resultsDeletedAt() != null) {
            throw new ProblemException(
                    ProblemCode.RESULTS_EXPIRED,
                    "The results were deleted at " + operation.resultsDeletedAt()
                            + ", as they are some time after the end of their operation.");
        }
    }
}
