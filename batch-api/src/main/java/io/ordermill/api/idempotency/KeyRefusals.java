package io.ordermill.api.idempotency;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;

/** Why a request with a key is not carried out. */
final class KeyRefusals {

    private static final int RETRY_AFTER_SECONDS = 5;

    private KeyRefusals() {}

    static ProblemException inProgress() {
        return new ProblemException(
                        ProblemCode.IDEMPOTENT_REQUEST_IN_PROGRESS,
                        "An equal request with this Idempotency-Key is still being stored. Send it again.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    static ProblemException reused() {
        return new ProblemException(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for a request with other parameters or other bytes.");
    }

    static ProblemException deleted() {
        return new ProblemException(
                ProblemCode.OPERATION_DELETED,
                "This request was carried out before, and its operation has been deleted since. To have it carried out"
                        + " once more, send it with another Idempotency-Key.");
    }
}
