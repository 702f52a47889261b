package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The stored bytes are no longer those that were received: nothing of the changed ones is ever saved. */
class AlteredUploadIT {

    /** Three chunks of 1 MiB and a half. */
    private static final int ORDERS_OF_SEVERAL_CHUNKS = 14_000;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @Test
    void beforeItIsReadNothingIsSaved() {
        fleet.staff();
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            fleet.workers().forEach(Worker::freeze);
            WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), 500));
            fleet.alterLastChunk(imported.operationId());
            fleet.workers().forEach(Worker::thaw);

            Sighting end = imported.awaitEnd();

            assertThat(end.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(end.failureCode()).isEqualTo("INPUT_CHANGED");
            assertThat(end.processed()).isZero();
            scenario.submitBystander(random);
            scenario.assertNothingLost(0);
        }
    }

    /** What was saved before stays: it is as it was received. */
    @Test
    void inTheMiddleOfTheImportNothingMoreIsSaved() {
        fleet.staff();
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            Brake brake = scenario.brake(1);
            WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS_OF_SEVERAL_CHUNKS));
            brake.awaitReached();
            fleet.alterLastChunk(imported.operationId());
            brake.close();

            Sighting end = imported.awaitEnd();

            assertThat(end.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(end.failureCode()).isEqualTo("INPUT_CHANGED");
            assertThat(end.processed()).isBetween(1, ORDERS_OF_SEVERAL_CHUNKS - 1);
            scenario.submitBystander(random);
            scenario.assertNothingLost(0);
        }
    }
}
