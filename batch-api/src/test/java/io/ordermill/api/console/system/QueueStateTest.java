package io.ordermill.api.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.client.Scope;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.QueueWatch.Open;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<Open> OPEN = List.of(
            new Open("ours", 2, 1, NOW.minusSeconds(90)), new Open("theirs", 5, 3, NOW.minusSeconds(3_600 * 5)));

    private static final WorkerState ALIVE = worker(false);
    private static final WorkerState SILENT = worker(true);

    @Test
    void countsTheShareOfOnesOwnCompaniesOnly() {
        assertThat(state(OPEN, List.of(ALIVE), Scope.OPERATIONS_READ)).isEqualTo(new QueueState(2, 1, "90 s", false));
    }

    @Test
    void countsAllOfItForAnAdministrator() {
        assertThat(state(OPEN, List.of(ALIVE), Scope.ADMIN)).isEqualTo(new QueueState(7, 4, "5 h", false));
    }

    @Test
    void saysThatNothingWaits() {
        assertThat(state(List.of(), List.of(), Scope.ADMIN)).isEqualTo(new QueueState(0, 0, null, false));
    }

    @Test
    void pointsOutThatNoWorkerIsAliveWhileOperationsWait() {
        assertThat(state(OPEN, List.of(), Scope.ADMIN).isStranded()).isTrue();
        assertThat(state(OPEN, List.of(SILENT), Scope.ADMIN).isStranded()).isTrue();
        assertThat(state(OPEN, List.of(SILENT, ALIVE), Scope.ADMIN).isStranded())
                .isFalse();
    }

    @Test
    void pointsOutNothingOfOtherCompanies() {
        assertThat(state(OPEN.subList(1, 2), List.of(), Scope.OPERATIONS_READ).isStranded())
                .isFalse();
    }

    private static QueueState state(List<Open> open, List<WorkerState> workers, Scope... scopes) {
        Caller caller = new Caller("somebody", EnumSet.copyOf(List.of(scopes)), "ours", Set.of("ours"));
        return QueueState.of(open, workers, new Sight(caller), NOW);
    }

    private static WorkerState worker(boolean isSilent) {
        return new WorkerState("worker", 2, NOW, 0, "3 s", isSilent, List.of());
    }
}
