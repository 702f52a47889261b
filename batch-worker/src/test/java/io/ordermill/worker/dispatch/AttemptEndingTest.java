package io.ordermill.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.NewOperation;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationFilter;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.operation.Progress;
import io.ordermill.worker.TestClaims;
import io.ordermill.worker.WorkerSettings;
import io.ordermill.worker.job.ImportEnd;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AttemptEndingTest {

    private static final int MAX_ATTEMPTS = 3;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
    private final IllegalStateException broken = new IllegalStateException("broken on purpose");

    private final RecordedQueue queue = new RecordedQueue();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AttemptEnding ending =
            new AttemptEnding(queue, new EndedOperations(new NoOperations(), meters, Clock.systemUTC()), settings());

    @Test
    void finishesWhatIsCompleted() {
        assertThat(ending.of(attempt(1), new ImportEnd.Completed())).isEqualTo(new NextStep.Remove());

        assertThat(queue.calls()).containsExactly("COMPLETED");
        assertThat(meters.get("ordermill.operation")
                        .tag("status", "Completed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void finishesWhatIsCancelledOrFailed() {
        ending.of(attempt(1), new ImportEnd.Cancelled());
        ending.of(attempt(1), new ImportEnd.Failed(OperationFailure.of(Code.FILE_TOO_LARGE, "too large")));

        assertThat(queue.calls()).containsExactly("CANCELLED", "FAILED FILE_TOO_LARGE");
        assertThat(meters.get("ordermill.attempts")
                        .tag("end", "Failed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void handsBackWhatWasStoppedForAnotherAttemptAtOnce() {
        assertThat(ending.of(attempt(MAX_ATTEMPTS), new ImportEnd.Stopped()))
                .isEqualTo(new NextStep.Again(Duration.ZERO));

        assertThat(queue.calls()).containsExactly("handed back");
    }

    @Test
    void triesAgainAfterAPauseWhileAttemptsAreLeft() {
        assertThat(ending.of(attempt(MAX_ATTEMPTS - 1), new ImportEnd.Broken(broken, false)))
                .isEqualTo(new NextStep.Again(RETRY_DELAY));

        assertThat(queue.calls()).isEmpty();
    }

    @Test
    void triesAgainWhenTheLastAttemptSavedAPage() {
        assertThat(ending.of(attempt(MAX_ATTEMPTS), new ImportEnd.Broken(broken, true)))
                .isEqualTo(new NextStep.Again(RETRY_DELAY));
    }

    @Test
    void givesUpAfterTheLastAttemptWithoutProgress() {
        assertThat(ending.of(attempt(MAX_ATTEMPTS), new ImportEnd.Broken(broken, false)))
                .isEqualTo(new NextStep.Remove());

        assertThat(queue.calls()).containsExactly("FAILED INTERNAL_ERROR");
    }

    @Test
    void doesNotCountAttemptsWhileTheDiskIsFull() {
        RuntimeException full = new IllegalStateException(new SQLException("could not extend file", "53100"));

        assertThat(ending.of(attempt(MAX_ATTEMPTS), new ImportEnd.Broken(full, false)))
                .isEqualTo(new NextStep.Again(RETRY_DELAY));

        assertThat(queue.calls()).containsExactly("handed back");
        assertThat(meters.get("ordermill.attempts")
                        .tag("end", "DiskFull")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void neverCompletesWhatDoesNotAddUp() {
        queue.refuseCompletion();

        ending.of(attempt(MAX_ATTEMPTS - 1), new ImportEnd.Completed());
        ending.of(attempt(MAX_ATTEMPTS), new ImportEnd.Completed());

        assertThat(queue.calls()).containsExactly("FAILED INTERNAL_ERROR");
    }

    private static Claim attempt(int withoutProgress) {
        return TestClaims.of(OperationStatus.IN_PROGRESS, Progress.NONE, withoutProgress);
    }

    private static WorkerSettings settings() {
        return new WorkerSettings(
                true,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                4,
                MAX_ATTEMPTS,
                RETRY_DELAY,
                Duration.ofSeconds(1),
                1,
                DataSize.ofMegabytes(1));
    }

    private static final class NoOperations implements OperationStore {

        @Override
        public Optional<Operation> find(UUID operationId) {
            return Optional.empty();
        }

        @Override
        public Operation create(NewOperation operation) {
            throw new UnsupportedOperationException("ending an attempt only looks");
        }

        @Override
        public List<Operation> findAll(Set<UUID> operationIds) {
            return List.of();
        }

        @Override
        public List<Operation> list(OperationFilter filter) {
            throw new UnsupportedOperationException("ending an attempt only looks");
        }

        @Override
        public Optional<Operation> cancel(UUID operationId) {
            throw new UnsupportedOperationException("ending an attempt only looks");
        }
    }
}
