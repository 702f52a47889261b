package io.ordermill.worker.job;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.StaleClaimException;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.upload.UploadChangedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * What one attempt knows of itself: its claim, how far it has come, and why it must end, if it must. One object per attempt,
 * handed to the steps when they are built; changed by the thread that runs the attempt and by no other.
 */
final class ImportRun {

    private final Claim claim;
    private final Slot slot;
    private final SampleRhythm samples;
    private Progress progress;
    private boolean cancelled;
    private boolean outdated;
    private boolean passed;
    private @Nullable OperationFailure failure;

    /** Begins at the claim's checkpoint. */
    ImportRun(Claim claim, Slot slot) {
        this.claim = claim;
        this.slot = slot;
        this.samples = new SampleRhythm(Objects.requireNonNull(claim.operation().startedAt()));
        this.progress = claim.operation().progress();
    }

    Claim claim() {
        return claim;
    }

    Operation operation() {
        return claim.operation();
    }

    SampleRhythm samples() {
        return samples;
    }

    UUID operationId() {
        return operation().operationId();
    }

    /** As of the last page known to be committed. */
    Progress progress() {
        return progress;
    }

    /** One page further than before. */
    Progress after(Progress before, PageOutcome page) {
        int valid = page.saved().size();
        int refused = page.refused().size();
        return operation().options().isAtomic()
                ? before.plusHeld(valid, refused, page.itemsAdmitted())
                : before.plus(valid, refused, page.itemsAdmitted());
    }

    boolean isInspected() {
        return progress.totalItems() != null;
    }

    void inspected(int totalItems) {
        progress = progress.withTotal(totalItems);
    }

    /** Only after the commit: a page that was rolled back must leave no trace here. */
    void pageCommitted(Progress progress, boolean cancelAsked) {
        this.progress = progress;
        this.cancelled = cancelAsked;
    }

    /** Only after the commit: what was held back is saved. */
    void released() {
        progress = progress.released();
    }

    /** With everything held back, and nothing saved. */
    void cancelled() {
        cancelled = true;
    }

    /** What was judged valid is no longer; the checkpoint is at the beginning again. */
    void outdated() {
        outdated = true;
    }

    void cannotImport(OperationFailure failure) {
        this.failure = failure;
    }

    boolean isStopping() {
        return slot.isClosing();
    }

    /** Only with a page saved: operations that pass each other would else do nothing but that. */
    private boolean isPassed() {
        passed = passed || (hasProgressed() && slot.isClaimedByAnother());
        return passed;
    }

    private boolean hasProgressed() {
        return progress.nextItem() > operation().progress().nextItem();
    }

    /** Asked between pages. */
    boolean mustEnd() {
        return cancelled || failure != null || hasTooManyErrors() || isStopping() || isPassed();
    }

    /**
     * Judged by what is committed, not by what Spring Batch says of the job.
     *
     * @throws StaleClaimException when another attempt has taken the operation over
     */
    ImportEnd end(List<Throwable> exceptions) {
        Throwable cause = causeOf(exceptions);
        if (cause instanceof StaleClaimException stale) {
            throw stale;
        }
        if (cause instanceof UploadChangedException) {
            return new ImportEnd.Failed(
                    OperationFailure.of(
                            Code.INPUT_CHANGED,
                            "The stored file is no longer the one that was received; saved orders are from before the change."));
        }
        if (cause != null) {
            return broken(cause);
        }
        if (failure != null) {
            return new ImportEnd.Failed(failure);
        }
        if (hasTooManyErrors() && !cancelled) {
            return new ImportEnd.Failed(tooManyErrors());
        }
        return isComplete() ? new ImportEnd.Completed() : endBeforeTheEnd();
    }

    /** Every item is saved or reported, or held back for the sake of one that is reported. */
    private boolean isComplete() {
        return progress.isJudged() && !isReadyForRelease();
    }

    /** Every item of an atomic import has been found valid, and is not saved yet. */
    boolean isReadyForRelease() {
        return progress.isJudged() && progress.heldItems() > 0 && progress.failedItems() == 0;
    }

    private boolean hasTooManyErrors() {
        Integer most = operation().options().maxErrors();
        return most != null && progress.failedItems() >= most;
    }

    private OperationFailure tooManyErrors() {
        return OperationFailure.of(
                Code.TOO_MANY_ERRORS,
                progress.failedItems() + " orders have failed, and the import was to stop at "
                        + operation().options().maxErrors() + "; it stopped at the end of their page.");
    }

    private ImportEnd endBeforeTheEnd() {
        if (cancelled) {
            return new ImportEnd.Cancelled();
        }
        if (outdated) {
            return new ImportEnd.Outdated();
        }
        if (isStopping()) {
            return new ImportEnd.Stopped();
        }
        return passed
                ? new ImportEnd.Passed()
                : broken(
                        new IllegalStateException("the import ended at " + progress + ", and nothing had asked it to"));
    }

    private ImportEnd.Broken broken(Throwable cause) {
        return new ImportEnd.Broken(cause, hasProgressed());
    }

    private static @Nullable Throwable causeOf(List<Throwable> exceptions) {
        return exceptions.stream()
                .filter(exception -> !isRequestedEnd(exception))
                .map(ImportRun::decisive)
                .findFirst()
                .orElse(null);
    }

    /** What decides how the attempt ends, if it is in the chain of causes. */
    private static Throwable decisive(Throwable exception) {
        return find(StaleClaimException.class, exception)
                .or(() -> find(UploadChangedException.class, exception))
                .orElse(exception);
    }

    // A step that was told to stop reports that as an exception.
    private static boolean isRequestedEnd(Throwable exception) {
        return find(JobInterruptedException.class, exception).isPresent()
                || find(ReadingStoppedException.class, exception).isPresent();
    }

    private static Optional<Throwable> find(Class<? extends Throwable> type, Throwable exception) {
        return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst();
    }
}
