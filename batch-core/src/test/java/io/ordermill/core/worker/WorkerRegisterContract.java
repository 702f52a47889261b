package io.ordermill.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.MovableClock;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class WorkerRegisterContract extends StoreContract {

    private static final Duration DEATH_LIMIT = Duration.ofMillis(24_500);

    private final MovableClock clock = new MovableClock();
    private final WorkerRegister register = new JdbcWorkerRegister(jdbc, clock);
    private Instant start;

    WorkerRegisterContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void empty() {
        register.removeAllBut("");
        start = clock.instant();
    }

    @Test
    void knowsWorkersFromTheirFirstToTheirLatestHeartbeat() {
        register.heartbeat("b", 4, DEATH_LIMIT);
        Instant later = clock.advance(Duration.ofSeconds(3));
        register.heartbeat("b", 4, DEATH_LIMIT);
        register.heartbeat("a", 2, DEATH_LIMIT);

        assertThat(register.list())
                .containsExactly(
                        new Worker("a", 2, DEATH_LIMIT, later, later), new Worker("b", 4, DEATH_LIMIT, start, later));
    }

    @Test
    void forgetsAWorkerThatEnds() {
        register.heartbeat("stays", 1, DEATH_LIMIT);
        register.heartbeat("ends", 1, DEATH_LIMIT);
        register.remove("ends");
        register.remove("was never there");

        assertThat(register.list()).extracting(Worker::name).containsExactly("stays");
    }

    @Test
    void forgetsAllOthers() {
        register.heartbeat("only", 1, DEATH_LIMIT);
        register.heartbeat("other", 1, DEATH_LIMIT);
        register.removeAllBut("only");

        assertThat(register.list()).extracting(Worker::name).containsExactly("only");
    }

    @Test
    void showsAWorkerThatWasKilledForAnHour() {
        register.heartbeat("killed", 1, DEATH_LIMIT);

        clock.advance(Duration.ofHours(1));
        assertThat(register.list()).extracting(Worker::lastHeartbeat).containsExactly(start);
        clock.advance(Duration.ofMillis(1));
        assertThat(register.list()).isEmpty();
    }

    @Test
    void dropsTheForgottenWhenANewOneComes() {
        register.heartbeat("killed", 1, DEATH_LIMIT);
        clock.advance(Duration.ofMinutes(61));
        register.heartbeat("new", 1, DEATH_LIMIT);

        assertThat(jdbc.sql("select name from worker").query(String.class).list())
                .containsExactly("new");
    }

    @Test
    void entersAgainWhoWasForgottenAndComesBack() {
        register.heartbeat("frozen", 1, DEATH_LIMIT);
        clock.advance(Duration.ofHours(2));
        register.heartbeat("new", 1, DEATH_LIMIT);
        register.heartbeat("frozen", 1, DEATH_LIMIT);

        assertThat(register.list()).extracting(Worker::name).containsExactly("frozen", "new");
    }

    @Test
    void takesOneStatementForAHeartbeat() {
        register.heartbeat("a", 1, DEATH_LIMIT);
        dataSource.reset();
        register.heartbeat("a", 1, DEATH_LIMIT);

        assertThat(dataSource.statements()).hasSize(1);
    }
}
