package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Workers as they are set by default, stopped by SIGTERM and by SIGKILL: how soon does another one go on? */
@TestInstance(Lifecycle.PER_CLASS)
class DefaultWorkerIT {

    private static final Duration EXIT = Duration.ofSeconds(10);

    /** Well before a silent worker is presumed dead, which is after 24 seconds. */
    private static final Duration HANDED_BACK_WITHIN = Duration.ofSeconds(10);

    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(35);
    private static final int TERMINATIONS = 3;
    private static final int ORDERS_BETWEEN = 1_500;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @BeforeAll
    @AfterAll
    void noOtherWorkers() {
        fleet.dismiss();
    }

    @BeforeEach
    void workersAsTheyAreByDefault() {
        fleet.staff(2, Fleet.DEFAULTS);
    }

    @Test
    void aTerminatedWorkerEndsItsPageHandsBackAtOnceAndExits() {
        int terminations = Faults.times(TERMINATIONS);
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            Brake brake = scenario.brake(ORDERS_BETWEEN);
            WatchedImport imported =
                    scenario.submit(MixedFile.of(random.nextLong(), ORDERS_BETWEEN * (terminations + 1)));
            scenario.submitBystander(random);
            for (int number = 1; number <= terminations; number++) {
                brake.awaitReached();
                Worker worker = fleet.holder(imported.operationId());
                int attempt = fleet.attempt(imported.operationId());
                brake.close();
                brake = scenario.brake((number + 1) * ORDERS_BETWEEN);
                Instant asked = Instant.now();

                assertThat(worker.terminate()).isLessThan(EXIT);

                Journal.Taken next = fleet.awaitTakenAfter(imported.operationId(), attempt);
                assertThat(Duration.between(asked, next.at())).isLessThan(HANDED_BACK_WITHIN);
                fleet.staff(2, Fleet.DEFAULTS);
            }
            assertThat(imported.last().isEnd()).as("terminated in mid-import").isFalse();
            brake.close();

            scenario.assertNothingLost(0);
        }
    }

    @Test
    void theOperationOfAKilledWorkerIsTakenOver() {
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            Brake brake = scenario.brake(random.nextInt(ORDERS_BETWEEN));
            WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS_BETWEEN));
            brake.awaitReached();
            int attempt = fleet.attempt(imported.operationId());
            Instant killed = Instant.now();
            fleet.holder(imported.operationId()).kill();
            brake.close();

            Journal.Taken next = fleet.awaitTakenAfter(imported.operationId(), attempt);

            assertThat(Duration.between(killed, next.at())).isLessThan(TAKEN_OVER_WITHIN);
            scenario.submitBystander(random);
            scenario.assertNothingLost(1);
        }
    }
}
