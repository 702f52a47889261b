package io.ordermill.api.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.client.Scope;
import io.ordermill.api.console.system.QueueState.Work;
import io.ordermill.api.console.system.QueueState.Worker;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.QueueWatch.Held;
import io.ordermill.core.operation.QueueWatch.Open;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<Open> OPEN = List.of(
            new Open("ours", 2, 1, NOW.minusSeconds(90)), new Open("theirs", 5, 3, NOW.minusSeconds(3_600 * 5)));

    private static final List<Held> HELD = List.of(
            new Held("worker-a", NOW.minusSeconds(3), operation("ours", 1)),
            new Held("worker-a", NOW.minusSeconds(5), operation("theirs", 1)),
            new Held("worker-b", NOW.minusSeconds(40), operation("theirs", 2)));

    @Test
    void showsTheShareOfOnesOwnCompaniesOnly() {
        QueueState state = state(Scope.OPERATIONS_READ);

        assertThat(state.waiting()).isEqualTo(2);
        assertThat(state.taken()).isEqualTo(1);
        assertThat(state.oldestWaitingFor()).isEqualTo("90 s");
        assertThat(state.workers()).extracting(Worker::name).containsExactly("worker-a");
        assertThat(state.workers().get(0).work()).extracting(Work::companyId).containsExactly("ours");
    }

    @Test
    void showsAnAdministratorAllOfItButNotIntoOperationsOfOthers() {
        QueueState state = state(Scope.OPERATIONS_READ, Scope.ADMIN);

        assertThat(state.waiting()).isEqualTo(7);
        assertThat(state.taken()).isEqualTo(4);
        assertThat(state.oldestWaitingFor()).isEqualTo("5 h");
        assertThat(state.workers()).extracting(Worker::name).containsExactly("worker-a", "worker-b");
        assertThat(state.workers().get(0).work())
                .extracting(Work::operationId)
                .containsExactly(HELD.get(0).operation().operationId().toString(), null);
    }

    @Test
    void showsAnAdministratorWhoMayNotLookAtOperationsNoneOfThem() {
        assertThat(state(Scope.ADMIN).workers())
                .flatExtracting(Worker::work)
                .hasSize(3)
                .extracting("operationId")
                .containsOnlyNulls();
    }

    @Test
    void tellsWhichWorkersHaveFallenSilent() {
        List<Worker> workers = state(Scope.ADMIN).workers();

        assertThat(workers).extracting(Worker::isSilent).containsExactly(false, true);
        assertThat(workers).extracting(Worker::age).containsExactly("3 s", "40 s");
    }

    @Test
    void saysThatNothingWaits() {
        QueueState state = QueueState.of(List.of(), List.of(), new Sight(caller(Scope.ADMIN)), NOW);

        assertThat(state).isEqualTo(new QueueState(0, 0, null, null, List.of()));
    }

    private static QueueState state(Scope... scopes) {
        return QueueState.of(OPEN, HELD, new Sight(caller(scopes)), NOW);
    }

    private static Caller caller(Scope... scopes) {
        return new Caller("somebody", EnumSet.copyOf(List.of(scopes)), "ours", Set.of("ours"));
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
                null);
    }
}
