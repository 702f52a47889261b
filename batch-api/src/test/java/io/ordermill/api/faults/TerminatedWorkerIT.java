package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM to workers as they are set by default: how soon does another one go on? */
class TerminatedWorkerIT {

    private static final Duration EXIT = Duration.ofSeconds(10);

    /** Well before a silent worker is presumed dead, which is after 24 seconds. */
    private static final Duration HANDED_BACK_WITHIN = Duration.ofSeconds(10);

    private static final int TERMINATIONS = 3;
    private static final int ORDERS_BETWEEN = 1_500;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @BeforeEach
    @AfterEach
    void noOtherWorkers() {
        fleet.dismiss();
    }

    @Test
    void aTerminatedWorkerEndsItsPageHandsBackAtOnceAndExits() {
        int terminations = Faults.times(TERMINATIONS);
        fleet.staff(2, Fleet.DEFAULTS);
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
}
