package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A cancel at the wrong moment, and each is: what was saved stays, what is Cancelled saves no more. */
class CancelledImportIT {

    private static final int ACCEPTED = 202;
    private static final int TOO_LATE = 409;
    private static final int ORDERS = 1_200;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @Test
    void atAnyInstant() {
        fleet.staff();
        for (int round = 0; round < Faults.times(12); round++) {
            cancelOnceProcessed(random.nextInt(ORDERS));
        }
    }

    @Test
    void againstTheFinish() {
        fleet.staff();
        for (int round = 0; round < Faults.times(6); round++) {
            cancelOnceProcessed(ORDERS - random.nextInt(200));
        }
    }

    private void cancelOnceProcessed(int items) {
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
            WatchedImport other = scenario.submit(MixedFile.of(random.nextLong(), 150, 1));
            imported.awaitProcessed(items);
            Faults.pause(random);

            int answer = imported.cancel();

            assertThat(imported.awaitEnd().status())
                    .isEqualTo(answer == ACCEPTED ? OperationStatus.CANCELLED : OperationStatus.COMPLETED);
            assertThat(answer).isIn(ACCEPTED, TOO_LATE);
            assertThat(other.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            scenario.assertNothingLost(0);
        }
    }

    /** Whoever takes it over finds that nobody wants it any more. */
    @Test
    void ofADeadWorker() {
        for (int round = 0; round < Faults.times(2); round++) {
            fleet.staff();
            try (FleetScenario scenario = new FleetScenario(fleet)) {
                Brake brake = scenario.brake(random.nextInt(ORDERS));
                WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
                brake.awaitReached();
                fleet.holder(imported.operationId()).kill();
                brake.close();
                int processed = fleet.processed(imported.operationId());

                assertThat(imported.cancel()).isEqualTo(ACCEPTED);

                Sighting end = imported.awaitEnd();
                assertThat(end.status()).isEqualTo(OperationStatus.CANCELLED);
                assertThat(end.processed()).isEqualTo(processed);
                scenario.submitBystander(random);
                scenario.assertNothingLost(1);
            }
        }
    }
}
