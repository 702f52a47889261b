package io.ordermill.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.core.worker.WorkerRegister;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QueueGaugesTest extends ApiTest {

    private static final String ALIVE = "gauged-alive";
    private static final String SILENT = "gauged-silent";

    @Autowired
    private WorkerRegister workers;

    @Test
    void tellHowManyWorkersAreAliveAndHowManyArePresumedDead() {
        double alive = gauge("ordermill_workers{state=\"alive\"}");
        double silent = gauge("ordermill_workers{state=\"silent\"}");

        workers.heartbeat(ALIVE, 2, Duration.ofMinutes(30));
        workers.heartbeat(SILENT, 2, Duration.ofMillis(-1));

        assertThat(gauge("ordermill_workers{state=\"alive\"}")).isEqualTo(alive + 1);
        assertThat(gauge("ordermill_workers{state=\"silent\"}")).isEqualTo(silent + 1);
        workers.remove(ALIVE);
        workers.remove(SILENT);
        assertThat(gauge("ordermill_workers{state=\"alive\"}")).isEqualTo(alive);
        assertThat(gauge("ordermill_workers{state=\"silent\"}")).isEqualTo(silent);
    }

    @Test
    void tellHowManyOperationsAreOpenAndHowLongOneHasWaited() {
        newCaller().post("/v1/batch/sales-orders", "application/json", "[]").expect(201);

        assertThat(gauge("ordermill_operations_open{status=\"Pending\"}")).isPositive();
        assertThat(gauge("ordermill_operations_waiting_longest_seconds")).isPositive();
    }

    private double gauge(String name) {
        String metrics = anonymous.get("/actuator/prometheus").expect(200).body();
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        assertThat(line.find()).as("%s in %s", name, metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
