package io.ordermill.worker.job;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.StaleClaimException;
import io.ordermill.core.upload.UploadChangedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * What one attempt knows of itself: its claim, how far it has come, and why it must end, if it must. One object per attempt,
 * handed to the steps when they are built; changed by the thread that runs the attempt and by no other.
 */
final class ImportRun {

    private final Claim claim;
    private final BooleanSupplier stopping;
    private Progress progress;
    private boolean cancelled;
    private @Nullable OperationFailure failure;

    /** Begins at the claim's checkpoint. */
    ImportRun(Claim claim, BooleanSupplier stopping) {
        this.claim = claim;
        this.stopping = stopping;
        this.progress = claim.operation().progress();
    }

    Claim claim() {
        return claim;
    }

    Operation operation() {
        return claim.operation();
    }

    UUID operationId() {
        return operation().operationId();
    }

    /** As of the last page known to be committed. */
    Progress progress() {
        return progress;
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

    void cannotImport(OperationFailure failure) {
        this.failure = failure;
    }

    boolean isStopping() {
        return stopping.getAsBoolean();
    }

    /** Asked between pages. */
    boolean mustEnd() {
        return cancelled || failure != null || isStopping();
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
        return isComplete() ? new ImportEnd.Completed() : endBeforeTheEnd();
    }

    private boolean isComplete() {
        Integer unprocessed = progress.unprocessedItems();
        return unprocessed != null && unprocessed == 0;
    }

    private ImportEnd endBeforeTheEnd() {
        if (cancelled) {
            return new ImportEnd.Cancelled();
        }
        return isStopping()
                ? new ImportEnd.Stopped()
                : broken(
                        new IllegalStateException("the import ended at " + progress + ", and nothing had asked it to"));
    }

    private ImportEnd.Broken broken(Throwable cause) {
        return new ImportEnd.Broken(
                cause, progress.processedItems() > operation().progress().processedItems());
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
