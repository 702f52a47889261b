package io.ordermill.api.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.QueueWatch;
import io.ordermill.core.operation.QueueWatch.Open;
import io.ordermill.core.worker.Worker;
import io.ordermill.core.worker.WorkerRegister;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits, how long, and who is there to do it; asked of the database at each scrape. */
@Component
class QueueGauges implements MeterBinder {

    private final JdbcClient jdbc;
    private final QueueWatch queue;
    private final WorkerRegister workers;
    private final Clock clock;

    QueueGauges(JdbcClient jdbc, QueueWatch queue, WorkerRegister workers, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(OperationStatus.values())
                .filter(status -> !status.isTerminal())
                .forEach(status -> Gauge.builder("ordermill.operations.open", status, this::open)
                        .description("Operations that have not ended")
                        .tag("status", status.label())
                        .register(registry));
        TimeGauge.builder("ordermill.operations.waiting.longest", this::longestWaiting, TimeUnit.MILLISECONDS)
                .description("For how long the operation waits that has waited longest")
                .register(registry);
        workers(registry, "alive", worker -> !worker.isSilentAt(clock.instant()));
        workers(registry, "silent", worker -> worker.isSilentAt(clock.instant()));
    }

    private void workers(MeterRegistry registry, String state, Predicate<Worker> which) {
        Gauge.builder(
                        "ordermill.workers",
                        () -> workers.list().stream().filter(which).count())
                .description("Workers, and those that are presumed dead")
                .tag("state", state)
                .register(registry);
    }

    private double open(OperationStatus status) {
        return jdbc.sql("select count(*) from batch_operation where status = :status")
                .param("status", status.code())
                .query(Long.class)
                .single();
    }

    private long longestWaiting() {
        Instant now = clock.instant();
        return queue.open().stream()
                .map(Open::oldestSubmittedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis()))
                .orElse(0L);
    }
}
