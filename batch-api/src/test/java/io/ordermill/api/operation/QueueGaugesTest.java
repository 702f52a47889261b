package io.ordermill.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.core.worker.WorkerRegister;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueueGaugesTest extends ApiTest {

    private static final List<String> ALIVE = List.of("gauged-alive-1", "gauged-alive-2");
    private static final String SILENT = "gauged-silent";
    private static final double TWO_HOURS_IN_SECONDS = 7_200;

    @Autowired
    private WorkerRegister workers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellHowManyWorkersAreAliveAndHowManyArePresumedDead() {
        double alive = gauge("ordermill_workers{state=\"alive\"}");
        double silent = gauge("ordermill_workers{state=\"silent\"}");

        ALIVE.forEach(worker -> workers.heartbeat(worker, 2, Duration.ofMinutes(30)));
        workers.heartbeat(SILENT, 2, Duration.ofMillis(-1));

        assertThat(gauge("ordermill_workers{state=\"alive\"}")).isEqualTo(alive + 2);
        assertThat(gauge("ordermill_workers{state=\"silent\"}")).isEqualTo(silent + 1);
        ALIVE.forEach(workers::remove);
        workers.remove(SILENT);
        assertThat(gauge("ordermill_workers{state=\"alive\"}")).isEqualTo(alive);
        assertThat(gauge("ordermill_workers{state=\"silent\"}")).isEqualTo(silent);
    }

    @Test
    void tellHowManyOperationsAreOpenAndHowLongTheOldestHasWaited() {
        String oldest = submit();
        jdbc.sql("update batch_operation set submitted_at = submitted_at - interval '2' hour where operation_id = ?")
                .param(UUID.fromString(oldest))
                .update();
        submit();

        assertThat(gauge("ordermill_operations_open{status=\"Pending\"}")).isGreaterThanOrEqualTo(2);
        assertThat(gauge("ordermill_operations_waiting_longest_seconds")).isGreaterThan(TWO_HOURS_IN_SECONDS);
    }

    /** For a company of its own; nobody works here. */
    private String submit() {
        return newCaller()
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private double gauge(String name) {
        String metrics = anonymous.get("/actuator/prometheus").expect(200).body();
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        assertThat(line.find()).as("%s in %s", name, metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
