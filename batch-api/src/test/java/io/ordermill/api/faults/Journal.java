package io.ordermill.api.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's own record of who committed what: triggers note every change of an operation and every insert of orders, in
 * the same transaction, with the name under which the process had connected. What was rolled back leaves no note.
 */
final class Journal {

    private static final String[] SCHEMA = {"""
        create table fault_journal (
            note         bigserial primary key,
            transaction  xid8 not null default pg_current_xact_id(),
            process      text not null default current_setting('application_name'),
            noted_at     timestamptz not null default clock_timestamp(),
            operation_id uuid not null,
            orders       int,  -- saved by this statement; null: the operation's row was changed
            attempt      int,
            status       text,
            processed    int)
        """, """
        create function note_operation() returns trigger language plpgsql as $$
        begin
            insert into fault_journal (operation_id, attempt, status, processed)
            values (new.operation_id, new.attempt, new.status, new.succeeded_items + new.failed_items);
            return null;
        end $$
        """, """
        create function note_orders() returns trigger language plpgsql as $$
        begin
            insert into fault_journal (operation_id, orders)
            select operation_id, count(*) from added where operation_id is not null group by operation_id;
            return null;
        end $$
        """, """
        create trigger note_operation
        after insert or update of attempt, status, succeeded_items, failed_items, held_back on batch_operation
        for each row execute function note_operation()
        """, """
        create trigger note_orders after insert on sales_order referencing new table as added
        for each statement execute function note_orders()
        """};

    private final JdbcClient jdbc;

    private Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Journal install(JdbcClient jdbc) {
        for (String statement : SCHEMA) {
            jdbc.sql(statement).update();
        }
        return new Journal(jdbc);
    }

    private record Note(long number, String process, int attempt, String status, int processed) {}

    /** An attempt at an operation. */
    record Taken(int attempt, String process, Instant at) {}

    /** The newest attempt at an operation. */
    Optional<Taken> taken(UUID operationId) {
        return jdbc.sql("""
                        select attempt, process, noted_at from fault_journal
                        where operation_id = ? and attempt > 0 and attempt = (
                            select max(attempt) from fault_journal where operation_id = ?)
                        order by note limit 1
                        """)
                .params(operationId, operationId)
                .query((row, number) -> new Taken(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whoever changes how far an operation is, or ends it, is the process that began the newest attempt. */
    List<Violation> violations(UUID operationId) {
        List<Violation> violations = new ArrayList<>();
        List<Note> notes = notes(operationId);
        Map<Integer, String> owners = new HashMap<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            owners.putIfAbsent(note.attempt, note.process);
            if (i > 0 && isWorkersChange(notes.get(i - 1), note) && !note.process.equals(owners.get(note.attempt))) {
                violations.add(new Violation(
                        Invariant.I9,
                        "%s: %s was committed by %s, but attempt %d is that of %s"
                                .formatted(operationId, note, note.process, note.attempt, owners.get(note.attempt))));
            }
            if (i > 0 && isBack(notes.get(i - 1), note)) {
                violations.add(
                        new Violation(Invariant.I6, "%s: %s after %s".formatted(operationId, note, notes.get(i - 1))));
            }
        }
        ordersWithoutCheckpoint(operationId).ifPresent(violations::add);
        return violations;
    }

    private static boolean isWorkersChange(Note before, Note after) {
        return before.processed != after.processed || (!before.status.equals(after.status) && !isCancel(before, after));
    }

    private static boolean isCancel(Note before, Note after) {
        return after.status.equals("K") || (before.status.equals("N") && after.status.equals("C"));
    }

    private static boolean isBack(Note before, Note after) {
        return after.processed < before.processed || after.attempt < before.attempt || "CTE".contains(before.status);
    }

    private List<Note> notes(UUID operationId) {
        return jdbc.sql("""
                        select note, process, attempt, status, processed from fault_journal
                        where operation_id = ? and orders is null order by note
                        """)
                .param(operationId)
                .query((row, number) ->
                        new Note(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5)))
                .list();
    }

    private Optional<Violation> ordersWithoutCheckpoint(UUID operationId) {
        int orders = jdbc.sql("""
                        select coalesce(sum(orders), 0) from fault_journal saved
                        where operation_id = ? and orders is not null and not exists (
                            select 1 from fault_journal moved
                            where moved.transaction = saved.transaction and moved.operation_id = saved.operation_id
                              and moved.orders is null)
                        """).param(operationId).query(Integer.class).single();
        return orders == 0
                ? Optional.empty()
                : Optional.of(new Violation(
                        Invariant.I9,
                        "%s: %d orders were committed apart from the checkpoint".formatted(operationId, orders)));
    }

    /** Transactions that have stood still for so long. */
    List<Violation> idleTransactions(Duration limit) {
        return jdbc.sql("""
                        select application_name || ': ' || query from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'
                          and state_change < clock_timestamp() - cast(? as interval)
                        """).param(limit.toMillis() + " ms").query(String.class).list().stream()
                .map(session -> new Violation(Invariant.I8, "idle in transaction, " + session))
                .toList();
    }
}
