package io.ordermill.worker.dispatch;

import io.ordermill.core.operation.SlotSharing;
import io.ordermill.worker.job.Slot;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A slot as one attempt has it: for a turn, from its first page on, nobody else may claim it; then after each turn more. */
final class SlotTurn implements Slot {

    private final UUID operationId;
    private final SlotSharing sharing;
    private final long turnNanos;
    private final BooleanSupplier closing;
    private @Nullable Long begunAt;

    SlotTurn(UUID operationId, SlotSharing sharing, Duration turn, BooleanSupplier closing) {
        this.operationId = operationId;
        this.sharing = sharing;
        this.turnNanos = turn.toNanos();
        this.closing = closing;
    }

    @Override
    public boolean isClosing() {
        return closing.getAsBoolean();
    }

    @Override
    public boolean isClaimedByAnother() {
        long now = System.nanoTime();
        if (begunAt == null) {
            begunAt = now;
        }
        if (now - begunAt < turnNanos) {
            return false;
        }
        begunAt = now;
        return sharing.letPass(operationId);
    }
}
