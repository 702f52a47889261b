package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file that kills every worker which takes it, in its first page. Here it is the test that kills them; they cannot tell. */
class PoisonFileIT {

    private static final int ATTEMPTS = 3;
    private static final int ORDERS = 500;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @Test
    @SuppressWarnings("try") // the company is held by being there
    void failsAfterThreeAttemptsWhileOthersGetDone() {
        List<WatchedImport> others = new ArrayList<>();
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            try (HeldCompany held = scenario.holdCompany()) {
                WatchedImport poison = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
                for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                    fleet.staff();
                    others.add(scenario.submitBystander(random));
                    fleet.awaitTakenAfter(poison.operationId(), attempt);
                    Worker victim = fleet.holder(poison.operationId());
                    fleet.awaitWaitingForLock(victim);
                    // Or it would be their third worker, too, that is killed under them.
                    others.forEach(other -> assertThat(other.awaitEnd().status())
                            .as("done meanwhile")
                            .isEqualTo(OperationStatus.COMPLETED));
                    victim.kill();
                }
                fleet.staff();

                assertThat(poison.awaitEnd().status()).isEqualTo(OperationStatus.FAILED);
                assertThat(poison.last().failureCode()).isEqualTo("WORKER_CRASHED");
                assertThat(poison.last().processed()).isZero();
            }
            scenario.assertNothingLost(ATTEMPTS);
        }
    }
}
