package io.ordermill.api.operation;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far and how fast. Computed from what is stored alone, so that an unchanged operation gives an unchanged answer.
 */
record Speed(
        @Nullable BigDecimal percent,
        @Nullable BigDecimal itemsPerSecond,
        @Nullable Instant estimatedFinishAt) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Speed of(Operation operation) {
        Duration elapsed = elapsed(operation);
        int processed = operation.progress().processedItems();
        if (elapsed == null || processed == 0) {
            return new Speed(percent(operation), null, null);
        }
        BigDecimal rate =
                BigDecimal.valueOf(processed * 1000.0 / elapsed.toMillis()).setScale(1, RoundingMode.HALF_UP);
        return new Speed(percent(operation), rate, estimate(operation, elapsed));
    }

    private static @Nullable BigDecimal percent(Operation operation) {
        Progress progress = operation.progress();
        Integer total = progress.totalItems();
        if (total == null) {
            return null;
        }
        if (total == 0) {
            return operation.status() == OperationStatus.COMPLETED ? HUNDRED.setScale(1) : BigDecimal.ZERO.setScale(1);
        }
        return BigDecimal.valueOf(progress.processedItems())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN);
    }

    /** From the start to the last saved page; null where that is no time at all. */
    private static @Nullable Duration elapsed(Operation operation) {
        if (operation.startedAt() == null || operation.progressAt() == null) {
            return null;
        }
        Duration elapsed = Duration.between(operation.startedAt(), operation.progressAt());
        return elapsed.toMillis() <= 0 ? null : elapsed;
    }

    private static @Nullable Instant estimate(Operation operation, Duration elapsed) {
        Integer left = operation.progress().unprocessedItems();
        if (operation.status() != OperationStatus.IN_PROGRESS || left == null || operation.progressAt() == null) {
            return null;
        }
        double millis =
                (double) elapsed.toMillis() * left / operation.progress().processedItems();
        return operation.progressAt().plusMillis((long) millis);
    }
}
