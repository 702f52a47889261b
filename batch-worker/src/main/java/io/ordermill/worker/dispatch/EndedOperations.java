package io.ordermill.worker.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ordermill.core.FullDisk;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.worker.job.ImportEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reports each operation's end once: one log line, one measurement. Attempts before are counted. */
@Component
class EndedOperations {

    private static final Logger LOG = LoggerFactory.getLogger(EndedOperations.class);

    private final OperationStore operations;
    private final MeterRegistry meters;
    private final Clock clock;

    EndedOperations(OperationStore operations, MeterRegistry meters, Clock clock) {
        this.operations = operations;
        this.meters = meters;
        this.clock = clock;
    }

    void countAttempt(ImportEnd end) {
        Counter.builder("ordermill.attempts")
                .description("Attempts at operations, by how they ended")
                .tag("end", nameOf(end))
                .register(meters)
                .increment();
    }

    private static String nameOf(ImportEnd end) {
        boolean isForWantOfSpace = end instanceof ImportEnd.Broken broken && FullDisk.isCauseOf(broken.cause());
        return isForWantOfSpace ? "DiskFull" : end.getClass().getSimpleName();
    }

    void record(Claim claim, OperationStatus status) {
        Duration duration = durationOf(claim.operation());
        Timer.builder("ordermill.operation")
                .description("Time from the first claim of an operation to its end")
                .tag("status", status.label())
                .register(meters)
                .record(duration);
        operations.find(claim.operation().operationId()).ifPresent(operation -> log(operation, duration));
    }

    private Duration durationOf(Operation operation) {
        Instant end = clock.instant();
        return Duration.between(operation.startedAt() == null ? end : operation.startedAt(), end);
    }

    private static void log(Operation ended, Duration duration) {
        OperationFailure failure = ended.failure();
        LOG.info(
                "{}{} after {}: {} of {} orders saved, {} refused, {} database items",
                ended.status().label(),
                failure == null ? "" : " (" + failure.code() + ")",
                duration,
                ended.progress().succeededItems(),
                ended.progress().totalItems(),
                ended.progress().failedItems(),
                ended.progress().databaseItems());
    }
}
