package io.ordermill.api.console.system;

import io.ordermill.core.operation.QueueWatch.Held;
import io.ordermill.core.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A worker, and what of its work a caller may see.
 *
 * @param slots how many operations it takes at a time; null where it is not in the register
 * @param since when it was first heard of; null where it is not in the register
 * @param busy how many operations it has, whoever may see them
 * @param isSilent true where it has not been heard of for so long that it is presumed dead
 */
record WorkerState(
        String name,
        @Nullable Integer slots,
        @Nullable Instant since,
        int busy,
        String age,
        boolean isSilent,
        List<Work> work) {

    /**
     * For a worker that is not in the register, as one of an earlier release, or one that was lost long ago with an operation
     * that nobody has taken over yet.
     */
    private static final Duration UNREGISTERED_DEATH_LIMIT = Duration.ofMinutes(1);

    /**
     * An operation it has.
     *
     * @param operationId null where it is not for the caller to look into
     */
    record Work(String companyId, int attempt, @Nullable String operationId) {}

    /** All there are, by name. */
    static List<WorkerState> of(List<Worker> registered, List<Held> held, Sight sight, Instant now) {
        Map<String, Worker> byName = registered.stream().collect(Collectors.toMap(Worker::name, Function.identity()));
        Map<String, List<Held>> heldBy = held.stream().collect(Collectors.groupingBy(Held::worker));
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(heldBy.keySet());
        return names.stream()
                .map(name -> of(name, byName.get(name), heldBy.getOrDefault(name, List.of()), sight, now))
                .toList();
    }

    private static WorkerState of(String name, @Nullable Worker registered, List<Held> held, Sight sight, Instant now) {
        Instant last = Stream.concat(
                        Stream.ofNullable(registered).map(Worker::lastHeartbeat),
                        held.stream().map(Held::lastHeartbeat))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration deathLimit = registered == null ? UNREGISTERED_DEATH_LIMIT : registered.deathLimit();
        return new WorkerState(
                name,
                registered == null ? null : registered.slots(),
                registered == null ? null : registered.since(),
                held.size(),
                Age.of(last, now),
                last.plus(deathLimit).isBefore(now),
                work(held, sight));
    }

    private static List<Work> work(List<Held> held, Sight sight) {
        return held.stream()
                .map(Held::operation)
                .filter(operation -> sight.covers(operation.companyId()))
                .map(operation -> new Work(
                        operation.companyId(),
                        operation.attempt(),
                        sight.mayOpenOperationsOf(operation.companyId())
                                ? operation.operationId().toString()
                                : null))
                .toList();
    }

    /** As a person says it. */
    public String load() {
        if (slots == null) {
            return busy + " at work";
        }
        return busy == 0 ? "idle, of " + slots : busy + " of " + slots + " at work";
    }
}
