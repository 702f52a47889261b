package io.ordermill.api.faults;

import io.ordermill.api.e2e.OrdermillProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A worker process, known to the database by its name. */
record Worker(String name, OrdermillProcess process) {

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.kill();
    }

    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    /** Whether it has left the operation to another worker, or broken its attempt off. */
    boolean hasGivenUp(UUID operationId) {
        return process.log()
                .lines()
                .filter(line -> line.contains(operationId.toString()))
                .anyMatch(line -> line.contains("leaving it to the newer attempt") || line.contains("broke off"));
    }

    /** SIGTERM; tells how long the process took to exit. */
    Duration terminate() {
        Instant begin = Instant.now();
        process.terminate();
        return Duration.between(begin, Instant.now());
    }
}
