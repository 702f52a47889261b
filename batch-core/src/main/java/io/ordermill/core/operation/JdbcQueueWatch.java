package io.ordermill.core.operation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQueueWatch implements QueueWatch {

    private final JdbcClient jdbc;
    private final OperationStore operations;

    JdbcQueueWatch(JdbcClient jdbc, OperationStore operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    @Override
    public List<Open> open() {
        return jdbc.sql("""
                        select company_id, count(case when status = 'N' then 1 end), count(case when status <> 'N' then 1 end),
                            min(case when status = 'N' then submitted_at end)
                        from batch_operation where status in ('N', 'W', 'K') group by company_id order by company_id""")
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject(4, OffsetDateTime.class);
                    return new Open(
                            row.getString(1), row.getInt(2), row.getInt(3), oldest == null ? null : oldest.toInstant());
                })
                .list();
    }

    /** A row may be picked for a moment longer than its operation is there. */
    @Override
    public List<Held> held() {
        List<Picked> picked = picked();
        Map<UUID, Operation> found =
                operations.findAll(picked.stream().map(Picked::operationId).collect(toUnmodifiableSet())).stream()
                        .collect(toMap(Operation::operationId, identity()));
        return picked.stream()
                .flatMap(row -> Stream.ofNullable(found.get(row.operationId))
                        .map(operation -> new Held(row.worker, row.lastHeartbeat, operation)))
                .sorted(Comparator.comparing(Held::worker)
                        .thenComparing(held -> held.operation().submittedAt()))
                .toList();
    }

    private record Picked(UUID operationId, String worker, Instant lastHeartbeat) {}

    private List<Picked> picked() {
        return jdbc.sql("""
                        select task_instance, picked_by, last_heartbeat from scheduled_tasks
                        where task_name = ? and picked = true and picked_by is not null and last_heartbeat is not null""")
                .param(OperationQueue.TASK_NAME)
                .query((row, number) -> new Picked(
                        UUID.fromString(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}
