package io.ordermill.core.operation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Operations for the worker that runs them. Every method but {@link #claim} is fenced: it changes the row only while the
 * claim is still the operation's newest attempt and the operation has not ended, and throws {@link StaleClaimException}
 * otherwise, so that the surrounding transaction rolls back.
 */
public interface OperationQueue {

    /** The task type and, with the operation's id as its instance, the name under which an operation waits for a worker. */
    String TASK_NAME = "import-operation";

    /**
     * Takes an operation that has not ended: next attempt, in progress (or still cancelling), started now if it was not
     * before.
     *
     * @return empty where there is none that could be taken
     */
    Optional<Claim> claim(UUID operationId);

    /** Records the number of items once the whole file has been read. */
    void recordTotal(Claim claim, int totalItems);

    /**
     * Moves the checkpoint. Belongs into the transaction that saves the page, as its last statement, so that its row lock is
     * short.
     *
     * @return true when cancel was asked for: this page stays, no other follows
     */
    boolean advance(Claim claim, Progress progress);

    /**
     * Asks whether cancel was asked for, without touching the row.
     *
     * @throws StaleClaimException where the claim no longer holds
     */
    boolean isCancelAsked(Claim claim);

    /**
     * Declares what an atomic import has held back to be saved. Belongs into the transaction that saves it, as its last
     * statement.
     *
     * @return false, with nothing changed, when cancel was asked for
     */
    boolean release(Claim claim);

    /**
     * Moves the checkpoint of an atomic import back to its beginning, for an order that had been found valid is no longer.
     *
     * @return how often this has happened to the operation
     */
    int judgeAgain(Claim claim);

    /**
     * Ends the operation. Where cancel was asked for meanwhile, {@link OperationStatus#COMPLETED} becomes {@link
     * OperationStatus#CANCELLED}: a caller that was told «cancelling» is told «cancelled», even if nothing was left to do.
     *
     * @param status a terminal one; {@link OperationStatus#COMPLETED} is refused with an {@link IllegalStateException}
     *     unless every item is saved or reported, or held back for another one that is reported
     * @param failure with {@link OperationStatus#FAILED} only
     * @return the status it ended with
     */
    OperationStatus finish(Claim claim, OperationStatus status, @Nullable OperationFailure failure);

    /** Gives the operation back, for another attempt that does not count as one without progress. */
    void handBack(Claim claim);
}
