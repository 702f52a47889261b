package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** SIGSTOP until another worker has taken over, then SIGCONT: the first one knows of nothing and goes on where it was. */
class FrozenWorkerIT {

    private static final int ORDERS = 4_000;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    /** Its locks on given numbers, which the other one is to insert again, must not hold the takeover up. */
    @Test
    void frozenInAPageItHoldsNobodyUpAndSavesNothingMore() {
        freezeUntilTakenOver(fleet::isInTransaction);
    }

    /** Between two pages the database has no transaction to end: only the fence is left. */
    @Test
    void frozenBetweenTwoPagesItSavesNothingMore() {
        freezeUntilTakenOver(fleet::isResting);
    }

    private void freezeUntilTakenOver(Predicate<Worker> moment) {
        for (int round = 0; round < Faults.times(1); round++) {
            fleet.staff();
            try (FleetScenario scenario = new FleetScenario(fleet)) {
                Brake brake = scenario.brake(random.nextInt(ORDERS / 2));
                WatchedImport imported = scenario.submit(MixedFile.of(random.nextLong(), ORDERS));
                brake.awaitReached();
                Worker zombie = fleet.holder(imported.operationId());
                brake.close();
                freezeAt(moment, zombie);
                int attempt = fleet.attempt(imported.operationId());
                int processed = fleet.processed(imported.operationId());

                Journal.Taken takeover = fleet.awaitTakenAfter(imported.operationId(), attempt);
                assertThat(takeover.process()).isNotEqualTo(zombie.name());
                imported.awaitProcessed(processed + 1);
                zombie.thaw();
                await("the end of the former attempt")
                        .atMost(DEADLINE)
                        .until(() -> zombie.hasGivenUp(imported.operationId()));

                scenario.submitBystander(random);
                scenario.assertNothingLost(1);
            }
        }
    }

    /** Freezes again and again until it happened at such a moment. */
    private static void freezeAt(Predicate<Worker> moment, Worker worker) {
        await("a worker frozen at the right moment")
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    worker.freeze();
                    boolean right = moment.test(worker);
                    if (!right) {
                        worker.thaw();
                    }
                    return right;
                });
    }
}
