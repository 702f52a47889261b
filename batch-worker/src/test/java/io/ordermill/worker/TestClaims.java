package io.ordermill.worker;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.time.Instant;
import java.util.UUID;

/** Claims as a queue would give them. */
public final class TestClaims {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private TestClaims() {}

    public static Claim at(Progress progress) {
        return of(OperationStatus.IN_PROGRESS, progress, 1);
    }

    public static Claim of(OperationStatus status, Progress progress, int attemptsWithoutProgress) {
        Operation operation = new Operation(
                UUID.fromString("01990000-0000-7000-8000-000000000001"),
                "1",
                "tester",
                status,
                attemptsWithoutProgress,
                new ImportOptions(false, false, null),
                null,
                UUID.fromString("01990000-0000-7000-8000-000000000002"),
                null,
                null,
                progress,
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null);
        return new Claim(operation, attemptsWithoutProgress);
    }
}
