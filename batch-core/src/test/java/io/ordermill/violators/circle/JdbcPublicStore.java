package io.ordermill.violators.circle;

import io.ordermill.violators.BatchInTheCore;
import java.time.Instant;

/** Breaks on purpose: a public adapter that reads the system clock and closes a circle of packages. */
public class JdbcPublicStore {

    public Instant lastUsed(BatchInTheCore other) {
        return other.toString().isEmpty() ? Instant.EPOCH : Instant.now();
    }
}
