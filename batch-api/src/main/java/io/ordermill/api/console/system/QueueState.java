package io.ordermill.api.console.system;

import io.ordermill.core.operation.QueueWatch.Held;
import io.ordermill.core.operation.QueueWatch.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queue, and the workers that have something of it in their hands, as far as a caller may see.
 *
 * @param oldestWaitingSince when the operation that has waited longest was submitted; null where none waits
 */
record QueueState(
        int waiting,
        int taken,
        @Nullable Instant oldestWaitingSince,
        @Nullable String oldestWaitingFor,
        List<Worker> workers) {

    /** A worker says that it lives every few seconds, unless it is set up otherwise. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /**
     * A worker at work.
     *
     * @param isSilent true where it has not been heard of for so long that another may take over
     */
    record Worker(String name, Instant lastHeartbeat, String age, boolean isSilent, List<Work> work) {}

    /**
     * An operation it has.
     *
     * @param operationId null where it is not for the caller to look into
     */
    record Work(String companyId, int attempt, @Nullable String operationId) {}

    static QueueState of(List<Open> open, List<Held> held, Sight sight, Instant now) {
        List<Open> seen =
                open.stream().filter(share -> sight.covers(share.companyId())).toList();
        Instant oldest = seen.stream()
                .map(Open::oldestSubmittedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new QueueState(
                seen.stream().mapToInt(Open::waiting).sum(),
                seen.stream().mapToInt(Open::taken).sum(),
                oldest,
                oldest == null ? null : Age.of(oldest, now),
                workers(held, sight, now));
    }

    private static List<Worker> workers(List<Held> held, Sight sight, Instant now) {
        Map<String, List<Held>> byWorker = held.stream()
                .filter(one -> sight.covers(one.operation().companyId()))
                .collect(Collectors.groupingBy(Held::worker, TreeMap::new, Collectors.toList()));
        return byWorker.entrySet().stream()
                .map(entry -> worker(entry.getKey(), entry.getValue(), sight, now))
                .toList();
    }

    private static Worker worker(String name, List<Held> held, Sight sight, Instant now) {
        Instant last = held.stream()
                .map(Held::lastHeartbeat)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Work> work = held.stream()
                .map(Held::operation)
                .map(operation -> new Work(
                        operation.companyId(),
                        operation.attempt(),
                        sight.mayOpenOperationsOf(operation.companyId())
                                ? operation.operationId().toString()
                                : null))
                .toList();
        boolean isSilent = last.isBefore(now.minus(SILENCE));
        return new Worker(name, last, Age.of(last, now), isSilent, work);
    }
}
