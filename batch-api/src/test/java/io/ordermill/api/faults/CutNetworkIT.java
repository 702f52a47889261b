package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.OperationStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network between a worker and the database is cut in the middle of a page. Workers are as they are set by default. */
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

    /** The same for another worker, which is killed meanwhile. */
    @Test
    void forLongerAnotherWorkerGoesOnAndTheFirstOneGivesUp() {
        Worker distant = fleet.add(network);
        try (FleetScenario ofTheDistant = new FleetScenario(fleet);
                FleetScenario ofTheKilled = new FleetScenario(fleet)) {
            WatchedImport stranded = cutInTheMiddle(ofTheDistant);
            Instant cut = Instant.now();
            CompletableFuture<Void> mended = mendAfter(Duration.ofSeconds(45));
            fleet.staff(3, Fleet.DEFAULTS);
            WatchedImport orphaned = killInTheMiddle(ofTheKilled);
            Instant killed = Instant.now();

            assertTakenOver(stranded, cut);
            assertTakenOver(orphaned, killed);
            assertThat(stranded.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(orphaned.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            await("the first worker giving up")
                    .atMost(NOBODY_HANGS_LONGER_THAN)
                    .until(() -> distant.hasGivenUp(stranded.operationId()));
            mended.join();
            ofTheDistant.submitBystander(random);
            ofTheDistant.assertNothingLost(1);
            ofTheKilled.assertNothingLost(1);
        }
    }

    private void assertTakenOver(WatchedImport imported, Instant broken) {
        Journal.Taken next = fleet.awaitTakenAfter(imported.operationId(), 1);
        assertThat(Duration.between(broken, next.at())).isLessThan(TAKEN_OVER_WITHIN);
    }

    private WatchedImport killInTheMiddle(FleetScenario scenario) {
        Brake brake = scenario.brake(random.nextInt(ORDERS));
        WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
        brake.awaitReached();
        fleet.holder(imported.operationId()).kill();
        brake.close();
        return imported;
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
