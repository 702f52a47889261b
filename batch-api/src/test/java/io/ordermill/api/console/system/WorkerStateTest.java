package io.ordermill.api.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.client.Scope;
import io.ordermill.api.console.system.WorkerState.Work;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.QueueWatch.Held;
import io.ordermill.core.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkerStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SINCE = NOW.minusSeconds(3_600);

    private static final List<Worker> REGISTERED = List.of(
            new Worker("worker-a", 2, Duration.ofSeconds(24), SINCE, NOW.minusSeconds(4)),
            new Worker("worker-b", 2, Duration.ofSeconds(24), SINCE, NOW.minusSeconds(40)),
            new Worker("worker-c", 4, Duration.ofSeconds(60), SINCE, NOW.minusSeconds(40)));

    private static final List<Held> HELD = List.of(
            new Held("worker-a", NOW.minusSeconds(3), operation("ours", 1)),
            new Held("worker-a", NOW.minusSeconds(5), operation("theirs", 1)),
            new Held("worker-b", NOW.minusSeconds(41), operation("theirs", 2)));

    @Test
    void showsEverybodyAllWorkersAndHowBusyTheyAre() {
        List<WorkerState> workers = workers(Scope.OPERATIONS_READ);

        assertThat(workers).extracting(WorkerState::name).containsExactly("worker-a", "worker-b", "worker-c");
        assertThat(workers)
                .extracting(WorkerState::load)
                .containsExactly("2 of 2 at work", "1 of 2 at work", "idle, of 4");
    }

    @Test
    void showsOfTheirWorkWhatIsOfOnesOwnCompanies() {
        assertThat(workers(Scope.OPERATIONS_READ))
                .flatExtracting(WorkerState::work)
                .containsExactly(new Work("ours", 1, id(0)));
    }

    @Test
    void showsAnAdministratorAllOfTheirWorkButNotIntoOperationsOfOthers() {
        assertThat(workers(Scope.OPERATIONS_READ, Scope.ADMIN))
                .flatExtracting(WorkerState::work)
                .containsExactly(new Work("ours", 1, id(0)), new Work("theirs", 1, null), new Work("theirs", 2, null));
    }

    @Test
    void showsAnAdministratorWhoMayNotLookAtOperationsNoneOfThem() {
        assertThat(workers(Scope.ADMIN))
                .flatExtracting(WorkerState::work)
                .hasSize(3)
                .extracting("operationId")
                .containsOnlyNulls();
    }

    @Test
    void tellsWhichHaveFallenSilentByTheirOwnSettings() {
        List<WorkerState> workers = workers(Scope.ADMIN);

        assertThat(workers).extracting(WorkerState::isSilent).containsExactly(false, true, false);
        assertThat(workers).extracting(WorkerState::age).containsExactly("3 s", "40 s", "40 s");
    }

    @Test
    void showsAlsoWhoIsNotRegistered() {
        List<Held> held = List.of(
                new Held("earlier-release", NOW.minusSeconds(50), operation("ours", 1)),
                new Held("lost", NOW.minusSeconds(8 * 3_600), operation("ours", 1)));
        List<WorkerState> workers = WorkerState.of(List.of(), held, sight(Scope.OPERATIONS_READ), NOW);

        assertThat(workers).extracting(WorkerState::name).containsExactly("earlier-release", "lost");
        assertThat(workers).extracting(WorkerState::isSilent).containsExactly(false, true);
        assertThat(workers).extracting(WorkerState::load).containsOnly("1 at work");
        assertThat(workers).extracting(WorkerState::since).containsOnlyNulls();
    }

    private static List<WorkerState> workers(Scope... scopes) {
        return WorkerState.of(REGISTERED, HELD, sight(scopes), NOW);
    }

    private static String id(int held) {
        return HELD.get(held).operation().operationId().toString();
    }

    private static Sight sight(Scope... scopes) {
        return new Sight(new Caller("somebody", EnumSet.copyOf(List.of(scopes)), "ours", Set.of("ours")));
    }

    private static Operation operation(String companyId, int attempt) {
        return new Operation(
                UUID.randomUUID(),
                companyId,
                "loader",
                OperationStatus.IN_PROGRESS,
                attempt,
                new ImportOptions(true, false, null),
                null,
                UUID.randomUUID(),
                null,
                null,
                Progress.NONE,
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null);
    }
}
