package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** kill -9 of the worker that has the import, at any instant, and then of the one that has taken it over. */
class KilledWorkerIT {

    private static final int PAIRS_OF_KILLS = 5;
    private static final int ORDERS = 3_000;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @Test
    void anImportOutlivesOneWorkerAfterAnother() {
        for (int round = 0; round < Faults.times(PAIRS_OF_KILLS); round++) {
            fleet.staff();
            try (FleetScenario scenario = new FleetScenario(fleet)) {
                WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
                scenario.submitBystander(random);
                killOnceProcessed(imported, random.nextInt(ORDERS / 2));
                CompletableFuture<Void> replacement = CompletableFuture.runAsync(fleet::staff);
                killOnceProcessed(imported, ORDERS / 2 + random.nextInt(ORDERS / 2));
                replacement.join();
                fleet.staff();

                assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
                scenario.assertNothingLost(2);
            }
        }
    }

    private void killOnceProcessed(WatchedImport imported, int items) {
        imported.awaitProcessed(items);
        fleet.holderUnlessEnded(imported.operationId()).ifPresent(holder -> {
            Faults.pause(random);
            holder.kill();
        });
    }
}
