package io.ordermill.api.faults;

import io.ordermill.api.faults.FaultPlan.Kind;
import io.ordermill.api.faults.FaultPlan.Strike;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several imports, several faults. A seed that has failed fails again with {@code -Dfaults.seed}, as far as luck allows. */
class RandomFaultsIT {

    static final int SEEDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(RandomFaultsIT.class);

    private final Fleet fleet = Fleet.shared();

    static LongStream seeds() {
        Long chosen = Long.getLong("faults.seed");
        return chosen == null ? LongStream.rangeClosed(1, Faults.times(SEEDS)) : LongStream.of(chosen);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loseNothing(long seed) {
        FaultPlan plan = FaultPlan.of(seed);
        LOG.info("seed {}: {}", seed, plan);
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            fleet.staff();
            List<WatchedImport> imports = plan.files().stream()
                    .map(file -> scenario.submit(MixedFile.of(file, FaultPlan.ORDERS, scenario.imports())))
                    .toList();
            scenario.submitBystander(new Random(seed));
            plan.strikes().forEach(strike -> strike(strike, imports.get(strike.imported())));
            fleet.staff();
            scenario.assertNothingLost(plan.lostPages());
        }
    }

    private void strike(Strike strike, WatchedImport imported) {
        imported.awaitProcessed(strike.processed());
        fleet.holderUnlessEnded(imported.operationId()).ifPresent(worker -> strike(strike.kind(), imported, worker));
    }

    private void strike(Kind kind, WatchedImport imported, Worker worker) {
        switch (kind) {
            case KILL -> {
                worker.kill();
                fleet.staff();
            }
            case TERMINATE -> {
                worker.terminate();
                fleet.staff();
            }
            case FREEZE -> freezeUntilTakenOver(worker, imported.operationId());
            case STUMBLE -> {
                worker.freeze();
                worker.thaw();
            }
            case DISCONNECT -> fleet.disconnect(worker);
            case CANCEL -> imported.cancel();
        }
    }

    private void freezeUntilTakenOver(Worker worker, UUID operation) {
        worker.freeze();
        try {
            fleet.awaitEndedOrTakenAfter(operation, fleet.attempt(operation));
        } finally {
            worker.thaw();
        }
    }
}
