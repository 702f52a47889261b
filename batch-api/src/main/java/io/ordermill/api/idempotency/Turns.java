package io.ordermill.api.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One after the other, of those that ask for the same. */
final class Turns<K> {

    private final Map<K, Queue> queues = new ConcurrentHashMap<>();

    /** Those that have a turn or wait for it. */
    private static final class Queue {

        private final Semaphore turn = new Semaphore(1, true);
        private int length;
    }

    @FunctionalInterface
    interface Turn {

        /** Lets the next one go on. */
        void end();
    }

    /** Waits for a turn; empty where none comes in time. */
    Optional<Turn> await(K key, Duration patience) {
        Queue queue = join(key);
        boolean taken = false;
        try {
            taken = queue.turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                leave(key);
            }
        }
        return taken ? Optional.of(() -> end(key, queue)) : Optional.empty();
    }

    int size() {
        return queues.size();
    }

    private void end(K key, Queue queue) {
        queue.turn.release();
        leave(key);
    }

    private Queue join(K key) {
        return queues.compute(key, (same, known) -> {
            Queue queue = known == null ? new Queue() : known;
            queue.length++;
            return queue;
        });
    }

    private void leave(K key) {
        queues.computeIfPresent(key, (same, queue) -> --queue.length == 0 ? null : queue);
    }
}
