package io.ordermill.core.idempotency;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Keys that have not expired. */
public interface IdempotencyKeyStore {

    boolean isTaken(IdempotencyKey key);

    /**
     * Takes a key in the caller's transaction, which then has to {@link #settle} it. While another transaction is taking it,
     * this waits for the end of that one.
     *
     * @return the request that has it already; empty where it has been taken now
     * @throws org.springframework.dao.CannotAcquireLockException where the other transaction takes longer than half a minute
     */
    Optional<FormerRequest> take(IdempotencyKey key, String fingerprint, Duration keepFor);

    /** Names the operation that a key taken in this transaction stands for. */
    void settle(IdempotencyKey key, UUID operationId);

    /**
     * Deletes some of the expired keys.
     *
     * @return how many; fewer than the limit only when none is left
     */
    int deleteExpired(int limit);
}
