package io.ordermill.api.console.system;

import io.ordermill.core.operation.QueueWatch.Open;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The queue, as far as a caller may see.
 *
 * @param oldestWaitingFor how long the operation waits that has waited longest; null where none does
 * @param isStranded true where something is to be done and no worker is alive
 */
record QueueState(int waiting, int taken, @Nullable String oldestWaitingFor, boolean isStranded) {

    static QueueState of(List<Open> open, List<WorkerState> workers, Sight sight, Instant now) {
        List<Open> seen =
                open.stream().filter(share -> sight.covers(share.companyId())).toList();
        String oldest = seen.stream()
                .map(Open::oldestSubmittedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(submittedAt -> Age.of(submittedAt, now))
                .orElse(null);
        return new QueueState(
                seen.stream().mapToInt(Open::waiting).sum(),
                seen.stream().mapToInt(Open::taken).sum(),
                oldest,
                !seen.isEmpty() && workers.stream().allMatch(WorkerState::isSilent));
    }
}
