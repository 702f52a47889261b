package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/** One fault on a fleet: imports of a company of its own, one of a company that has nothing to do with it, and the check. */
final class FleetScenario implements AutoCloseable {

    private static final Duration QUEUE_EMPTY_WITHIN = Duration.ofSeconds(40);
    private static final int BYSTANDING_ORDERS = 300;

    private final Fleet fleet;
    private final Tenant tenant;
    private final List<WatchedImport> imports = new ArrayList<>();
    private final List<Brake> brakes = new ArrayList<>();

    FleetScenario(Fleet fleet) {
        this.fleet = fleet;
        this.tenant = fleet.newTenant();
    }

    /** How many there are. */
    int imports() {
        return imports.size();
    }

    /**
     * Holds its imports, those that no fault is meant for excepted, where they have come so far, and not longer than the scenario
     * lasts.
     */
    Brake brake(int processed) {
        Brake brake = fleet.brake(tenant, processed);
        brakes.add(brake);
        return brake;
    }

    /** Holds its imports, those that no fault is meant for excepted, at the beginning of a page. */
    HeldCompany holdCompany() {
        return fleet.hold(tenant);
    }

    WatchedImport submit(MixedFile file) {
        return watched(WatchedImport.submit(tenant::caller, file));
    }

    /** Submits to a company of its own a file that no fault is meant for. */
    WatchedImport submitBystander(Random random) {
        return watched(WatchedImport.submitBystander(
                fleet.newTenant()::caller, MixedFile.of(random.nextLong(), BYSTANDING_ORDERS)));
    }

    private WatchedImport watched(WatchedImport watched) {
        imports.add(watched);
        return watched;
    }

    /** Waits for the end of all imports and checks every invariant. */
    void assertNothingLost(int lostPages) {
        ifItComes(() -> imports.forEach(WatchedImport::awaitEnd));
        ifItComes(this::awaitEmptyQueue);
        List<Evidence> evidence = imports.stream().map(WatchedImport::evidence).toList();
        assertThat(new InvariantChecker(fleet.jdbc(), fleet.journal()).violations(evidence, lostPages))
                .isEmpty();
    }

    /** An operation ends before its place in the queue does. */
    private void awaitEmptyQueue() {
        List<String> ids = imports.stream()
                .map(WatchedImport::operationId)
                .map(UUID::toString)
                .toList();
        await().atMost(QUEUE_EMPTY_WITHIN)
                .until(() -> fleet.jdbc()
                                .sql("select count(*) from scheduled_tasks where task_instance in (:ids)")
                                .param("ids", ids)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    // What does not come is for the check to report, with everything else it finds.
    private static void ifItComes(Runnable waiting) {
        try {
            waiting.run();
        } catch (ConditionTimeoutException e) {
            return;
        }
    }

    @Override
    public void close() {
        brakes.forEach(Brake::close);
        imports.forEach(WatchedImport::close);
    }
}
