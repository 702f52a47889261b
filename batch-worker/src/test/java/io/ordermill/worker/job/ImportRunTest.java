package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.StaleClaimException;
import io.ordermill.worker.TestClaims;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.FatalStepExecutionException;

class ImportRunTest {

    private static final Progress AT_100 = new Progress(300, 99, 1, 400);
    private static final Progress AT_200 = new Progress(300, 199, 1, 800);
    private static final Progress AT_300 = new Progress(300, 299, 1, 1_200);

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean claimedByAnother = new AtomicBoolean();
    private final Slot slot = new Slot() {

        @Override
        public boolean isClosing() {
            return stopping.get();
        }

        @Override
        public boolean isClaimedByAnother() {
            return claimedByAnother.getAndSet(false);
        }
    };
    private final Claim claim = TestClaims.at(AT_100);
    private final ImportRun run = new ImportRun(claim, slot);

    @Test
    void isCompletedOnceEveryItemIsAccountedFor() {
        run.pageCommitted(AT_300, false);

        assertThat(run.end(List.of())).isEqualTo(new ImportEnd.Completed());
    }

    @Test
    void isCompletedEvenIfCancelWasAskedForInTheLastPage() {
        run.pageCommitted(AT_300, true);

        assertThat(run.end(List.of(new JobInterruptedException("stopped")))).isEqualTo(new ImportEnd.Completed());
    }

    @Test
    void isCancelledAfterThePageThatLearnedOfIt() {
        assertThat(run.mustEnd()).isFalse();
        run.pageCommitted(AT_200, true);

        assertThat(run.mustEnd()).isTrue();
        assertThat(run.end(List.of(new JobInterruptedException("stopped")))).isEqualTo(new ImportEnd.Cancelled());
    }

    @Test
    void isPassedBetweenPagesWhenAnotherIsToHaveTheSlot() {
        run.pageCommitted(AT_200, false);
        claimedByAnother.set(true);

        assertThat(run.mustEnd()).isTrue();
        assertThat(run.end(List.of(new JobInterruptedException("stopped")))).isEqualTo(new ImportEnd.Passed());
    }

    @Test
    void isNotPassedBeforeItHasSavedAPage() {
        claimedByAnother.set(true);

        assertThat(run.mustEnd()).isFalse();
    }

    @Test
    void isCompletedThoughAnotherIsToHaveTheSlotAfterTheLastPage() {
        run.pageCommitted(AT_300, false);
        claimedByAnother.set(true);

        assertThat(run.mustEnd()).isTrue();
        assertThat(run.end(List.of(new JobInterruptedException("stopped")))).isEqualTo(new ImportEnd.Completed());
    }

    @Test
    void isStoppedWhenTheProcessEnds() {
        stopping.set(true);

        assertThat(run.mustEnd()).isTrue();
        assertThat(run.end(List.of(new IllegalStateException(new ReadingStoppedException()))))
                .isEqualTo(new ImportEnd.Stopped());
    }

    @Test
    void failsWithAFileThatCannotBeImported() {
        OperationFailure failure = OperationFailure.of(Code.MALFORMED_FILE, "broken");
        run.cannotImport(failure);

        assertThat(run.end(List.of())).isEqualTo(new ImportEnd.Failed(failure));
    }

    @Test
    void isBrokenByAnExceptionAndTellsWhetherItProgressed() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThat(run.end(List.of(broken))).isEqualTo(new ImportEnd.Broken(broken, false));
        run.pageCommitted(AT_200, false);
        assertThat(run.end(List.of(broken))).isEqualTo(new ImportEnd.Broken(broken, true));
    }

    @Test
    void isBrokenByAnExceptionEvenWithEveryItemAccountedFor() {
        run.pageCommitted(AT_300, false);

        assertThat(run.end(List.of(new IllegalStateException("the diary")))).isInstanceOf(ImportEnd.Broken.class);
    }

    @Test
    void isBrokenWhenItEndedEarlyForNoReason() {
        run.pageCommitted(AT_200, false);

        assertThat(run.end(List.of())).isInstanceOf(ImportEnd.Broken.class);
    }

    @Test
    void isSupersededHoweverDeepTheReasonIsWrapped() {
        FatalStepExecutionException wrapped =
                new FatalStepExecutionException("Unable to process chunk", new StaleClaimException(claim));

        assertThatThrownBy(() -> run.end(List.of(wrapped))).isInstanceOf(StaleClaimException.class);
    }
}
