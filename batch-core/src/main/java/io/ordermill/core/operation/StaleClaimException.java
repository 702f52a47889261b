package io.ordermill.core.operation;

/** Another attempt owns the operation, or it has ended: whatever the holder of this claim was about to commit must not be. */
public class StaleClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleClaimException(Claim claim) {
        super("operation " + claim.operation().operationId() + " is no longer held by attempt "
                + claim.operation().attempt());
    }
}
