package io.ordermill.core.operation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSlotSharing implements SlotSharing {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSlotSharing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean letPass(UUID running) {
        Demand demand = new Demand(entries());
        return demand.betterThan(running)
                .filter(next -> putFirst(next, demand.head()))
                .isPresent();
    }

    /** @param place the higher the earlier */
    private record Entry(UUID operationId, boolean isRunning, int place, String companyId, SizeClass size) {}

    /** All that run, and all that could. */
    private List<Entry> entries() {
        return jdbc.sql("""
                        select o.operation_id, t.picked, t.priority, o.company_id, u.size
                        from scheduled_tasks t
                            join batch_operation o on o.operation_id = cast(t.task_instance as uuid)
                            join upload u on u.upload_id = o.upload_id
                        where t.task_name = ? and (t.picked or t.execution_time <= ?)""")
                .params(OperationQueue.TASK_NAME, OperationRow.now(clock))
                .query((row, number) -> new Entry(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2),
                        row.getInt(3),
                        row.getString(4),
                        SizeClass.of(row.getLong(5))))
                .list();
    }

    /** @return false where a worker has taken it meanwhile */
    private boolean putFirst(Entry next, int head) {
        return jdbc.sql("""
                                update scheduled_tasks set priority = ?
                                where task_name = ? and task_instance = ? and picked = false""")
                        .params(head + 1, OperationQueue.TASK_NAME, next.operationId.toString())
                        .update()
                > 0;
    }

    /** @param running how many of each company */
    private record Demand(List<Entry> entries, Map<String, Long> running) {

        Demand(List<Entry> entries) {
            this(entries, entries.stream().filter(Entry::isRunning).collect(groupingBy(Entry::companyId, counting())));
        }

        Optional<Entry> betterThan(UUID operationId) {
            return entries.stream()
                    .filter(entry -> entry.isRunning && entry.operationId.equals(operationId))
                    .findFirst()
                    .flatMap(mine -> waiting()
                            .filter(entry -> right().compare(entry, mine) < 0)
                            .min(right().thenComparing(
                                            Comparator.comparing(Entry::place).reversed())));
        }

        /** The best right first. */
        private Comparator<Entry> right() {
            return Comparator.comparing((Entry entry) -> running.getOrDefault(entry.companyId, 0L))
                    .thenComparing(Entry::size);
        }

        int head() {
            return entries.stream().mapToInt(Entry::place).max().orElseThrow();
        }

        private Stream<Entry> waiting() {
            return entries.stream().filter(entry -> !entry.isRunning);
        }
    }
}
