package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.OperationStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The network between a worker, as it is set by default, and the database is cut in the middle of a page. */
@Tag("long")
class CutNetworkIT {

    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(35);
    private static final Duration NOBODY_HANGS_LONGER_THAN = Duration.ofSeconds(60);
    private static final int ORDERS = 2_000;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);
    private Network network;

    @BeforeEach
    @AfterEach
    void noOtherWorkers() {
        fleet.dismiss();
    }

    @BeforeEach
    void lay() throws IOException {
        network = new Network(fleet.databaseUrl());
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aSecondLongTheImportWaitsAndGoesOn() {
        fleet.add(network);
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            WatchedImport imported = cutInTheMiddle(scenario);
            mendAfter(Duration.ofSeconds(1)).join();

            assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(fleet.attempt(imported.operationId())).isEqualTo(1);
            scenario.assertNothingLost(0);
        }
    }

    @Test
    void forLongerAnotherWorkerGoesOnAndTheFirstOneGivesUp() {
        Worker distant = fleet.add(network);
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            WatchedImport imported = cutInTheMiddle(scenario);
            CompletableFuture<Void> mended = mendAfter(Duration.ofSeconds(45));
            fleet.staff(2, Fleet.DEFAULTS);

            await("the takeover").atMost(TAKEN_OVER_WITHIN).until(() -> fleet.attempt(imported.operationId()) > 1);
            assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            await("the first worker giving up")
                    .atMost(NOBODY_HANGS_LONGER_THAN)
                    .until(() -> distant.hasGivenUp(imported.operationId()));
            mended.join();
            scenario.submitBystander(random);
            scenario.assertNothingLost(1);
        }
    }

    private WatchedImport cutInTheMiddle(FleetScenario scenario) {
        Brake brake = scenario.brake(random.nextInt(ORDERS));
        WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
        brake.awaitReached();
        network.cut();
        brake.close();
        return imported;
    }

    private CompletableFuture<Void> mendAfter(Duration cut) {
        return CompletableFuture.runAsync(
                network::mend, CompletableFuture.delayedExecutor(cut.toMillis(), TimeUnit.MILLISECONDS));
    }
}
