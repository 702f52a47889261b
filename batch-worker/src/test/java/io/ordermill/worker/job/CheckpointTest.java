package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.ProgressHistory;
import io.ordermill.core.testing.MovableClock;
import io.ordermill.worker.TestClaims;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Progress BEGUN = new Progress(500, 0, 0, 0);

    private final List<String> calls = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final Checkpoint checkpoint = new Checkpoint(queue(), new RecordedHistory(), clock);
    private final ImportRun run = new ImportRun(TestClaims.at(BEGUN), new QuietSlot());

    @Test
    void leavesASampleBeforeTheFenceOnceInAWhile() {
        checkpoint.move(run, BEGUN.plus(99, 1, 400));
        clock.advance(Duration.ofMillis(1));
        checkpoint.move(run, BEGUN.plus(198, 2, 800));
        clock.advance(Duration.ofDays(7));
        checkpoint.move(run, BEGUN.plus(297, 3, 1_200));

        assertThat(calls).containsExactly("sample 100", "advance", "advance", "sample 300", "advance");
    }

    @Test
    void countsWhatAnAtomicImportHoldsBack() {
        checkpoint.move(run, BEGUN.plusHeld(99, 1, 400));

        assertThat(calls).containsExactly("sample 100", "advance");
    }

    private OperationQueue queue() {
        return (OperationQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OperationQueue.class}, (queue, method, arguments) -> {
                    calls.add(method.getName());
                    return false;
                });
    }

    private static final class QuietSlot implements Slot {

        @Override
        public boolean isClosing() {
            return false;
        }

        @Override
        public boolean isClaimedByAnother() {
            return false;
        }
    }

    private final class RecordedHistory implements ProgressHistory {

        @Override
        public void add(UUID operationId, Sample sample) {
            calls.add("sample " + sample.judgedItems());
        }

        @Override
        public List<Sample> samples(UUID operationId, int most) {
            return List.of();
        }
    }
}
