package io.ordermill.api.submit;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.Progress;

/** Which operations can be retried: those that have ended with something left to do, once. */
final class RetryRules {

    private RetryRules() {}

    static void check(Operation first) {
        if (!first.status().isTerminal()) {
            throw new ProblemException(
                            ProblemCode.OPERATION_NOT_ENDED,
                            "The operation is " + first.status().label() + "; it can be retried when it has ended.")
                    .retryAfter(1);
        }
        if (first.retriedBy() != null) {
            throw retried(first);
        }
        if (isAllSaved(first.progress())) {
            throw nothingLeft();
        }
    }

    /** Whether {@link #check} lets it pass. */
    static boolean isRetryable(Operation first) {
        return first.status().isTerminal() && first.retriedBy() == null && !isAllSaved(first.progress());
    }

    private static boolean isAllSaved(Progress progress) {
        return progress.totalItems() != null && progress.totalItems() == progress.succeededItems();
    }

    /** A second retry would take up the same orders once more; how to go on is to retry the retry. */
    static ProblemException retried(Operation first) {
        return new ProblemException(
                        ProblemCode.OPERATION_RETRIED,
                        "The operation has been retried already, by " + first.retriedBy()
                                + "; what that one leaves can be retried there.")
                .with("retriedBy", String.valueOf(first.retriedBy()));
    }

    static ProblemException nothingLeft() {
        return new ProblemException(
                ProblemCode.NOTHING_TO_RETRY, "No order of the operation is left: all of them are saved.");
    }
}
