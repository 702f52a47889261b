package io.ordermill.api.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ordermill.core.operation.OperationStatus;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code ordermill.operations.open}: operations that have not ended, by status; asked of the database at each scrape. */
@Component
class OpenOperationsGauge implements MeterBinder {

    private final JdbcClient jdbc;

    OpenOperationsGauge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(OperationStatus.values())
                .filter(status -> !status.isTerminal())
                .forEach(status -> Gauge.builder("ordermill.operations.open", status, this::count)
                        .description("Operations that have not ended")
                        .tag("status", status.label())
                        .register(registry));
    }

    private double count(OperationStatus status) {
        return jdbc.sql("select count(*) from batch_operation where status = :status")
                .param("status", status.code())
                .query(Long.class)
                .single();
    }
}
