package io.ordermill.api.idempotency;

import io.ordermill.core.idempotency.IdempotencyKey;
import io.ordermill.core.idempotency.IdempotencyKeyStore;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out a request once, however often it is sent. */
@Component
public class Idempotency {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final IdempotencyKeyStore keys;
    private final KeyedCreation creations;
    private final Turns<IdempotencyKey> turns = new Turns<>();

    Idempotency(IdempotencyKeyStore keys, KeyedCreation creations) {
        this.keys = keys;
        this.creations = creations;
    }

    /** Computed only where there is a key. */
    @FunctionalInterface
    public interface Print {
        String compute() throws IOException;
    }

    /** True where the request may have been carried out before, so that limits must not refuse it. */
    public boolean isKnown(@Nullable IdempotencyKey key) {
        return key != null && keys.isTaken(key);
    }

    /**
     * Creates an operation, or finds the one that was created before under the key.
     *
     * @param key null: it is created in any case
     */
    public Accepted once(@Nullable IdempotencyKey key, Print fingerprint, Creation creation) throws IOException {
        if (key == null) {
            return new Accepted(creation.create(), false);
        }
        String print = fingerprint.compute();
        Turns.Turn turn = turns.await(key, PATIENCE).orElseThrow(KeyRefusals::inProgress);
        try {
            return creations.create(key, print, creation);
        } finally {
            turn.end();
        }
    }
}
