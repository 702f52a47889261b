package io.ordermill.worker.dispatch;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers how operations were settled. */
final class RecordedQueue implements OperationQueue {

    private final List<String> calls = new ArrayList<>();
    private boolean refusesCompletion;

    List<String> calls() {
        return calls;
    }

    void refuseCompletion() {
        refusesCompletion = true;
    }

    @Override
    public OperationStatus finish(Claim claim, OperationStatus status, @Nullable OperationFailure failure) {
        if (refusesCompletion && status == OperationStatus.COMPLETED) {
            throw new IllegalStateException("not every item is saved or reported");
        }
        calls.add(failure == null ? status.name() : status + " " + failure.code());
        return status;
    }

    @Override
    public void handBack(Claim claim) {
        calls.add("handed back");
    }

    @Override
    public Optional<Claim> claim(UUID operationId) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }

    @Override
    public void recordTotal(Claim claim, int totalItems) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }

    @Override
    public boolean isCancelAsked(Claim claim) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }

    @Override
    public boolean release(Claim claim) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }

    @Override
    public int judgeAgain(Claim claim) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }

    @Override
    public boolean advance(Claim claim, Progress progress) {
        throw new UnsupportedOperationException("ending an attempt only finishes or hands back");
    }
}
