package io.ordermill.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.worker.Worker;
import io.ordermill.core.worker.WorkerRegister;
import io.ordermill.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HeartbeatTest {

    private static final String LOST = "does not hear of this one";
    private static final String BACK = "hears of this one again";

    private final UnreliableRegister register = new UnreliableRegister();
    private final Heartbeat heartbeat = new Heartbeat(register, new WorkerName(), settings());

    @Test
    void tellsOfAnOutageOnceAndOfItsEndOnce(CapturedOutput log) {
        heartbeat.beat();
        assertThat(log).doesNotContain(LOST, BACK);

        register.isAway = true;
        for (int i = 0; i < 5; i++) {
            heartbeat.beat();
        }
        assertThat(log.toString()).containsOnlyOnce(LOST).contains("connection refused");

        register.isAway = false;
        heartbeat.beat();
        heartbeat.beat();
        assertThat(log.toString()).containsOnlyOnce(BACK);
        assertThat(register.heard).hasValue(3);
    }

    @Test
    void endsAlsoWhereTheRegisterIsAway(CapturedOutput log) {
        register.isAway = true;
        heartbeat.start();
        heartbeat.stop();

        assertThat(heartbeat.isRunning()).isFalse();
        assertThat(log).contains("stays in the register");
    }

    private static WorkerSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of("ordermill.worker.heartbeat-interval", "1h")))
                .bind("ordermill.worker", WorkerSettings.class)
                .get();
    }

    private static final class UnreliableRegister implements WorkerRegister {

        private volatile boolean isAway;
        private final AtomicInteger heard = new AtomicInteger();

        @Override
        public void heartbeat(String name, int slots, Duration deathLimit) {
            answer();
            heard.incrementAndGet();
        }

        @Override
        public void remove(String name) {
            answer();
        }

        private void answer() {
            if (isAway) {
                throw new IllegalStateException("connection refused");
            }
        }

        @Override
        public void removeAllBut(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Worker> list() {
            throw new UnsupportedOperationException();
        }
    }
}
