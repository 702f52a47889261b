package io.ordermill.core.operation;

import static java.util.stream.Collectors.toSet;

import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcOperationQueue implements OperationQueue {

    /** The claim is the newest attempt. */
    private static final String NEWEST = " where operation_id = :id and attempt = :attempt";

    /** The claim is the newest attempt, and the operation has not ended. */
    private static final String FENCE = NEWEST + " and status in ('W', 'K')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcOperationQueue(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<Claim> claim(UUID operationId) {
        return transaction.execute(status -> take(operationId) ? Optional.of(taken(operationId)) : Optional.empty());
    }

    private boolean take(UUID operationId) {
        return jdbc.sql("""
                                update batch_operation
                                set status = case status when 'N' then 'W' else status end,
                                    attempt = attempt + 1,
                                    attempts_without_progress = attempts_without_progress + 1,
                                    started_at = coalesce(started_at, ?)
                                where operation_id = ? and status in ('N', 'W', 'K')""").params(OperationRow.now(clock), operationId).update() > 0;
    }

    private Claim taken(UUID operationId) {
        return jdbc.sql("select * from batch_operation where operation_id = ?")
                .param(operationId)
                .query((row, number) ->
                        new Claim(OperationRow.read(row, number), row.getInt("attempts_without_progress")))
                .single();
    }

    @Override
    public void recordTotal(Claim claim, int totalItems) {
        transaction.executeWithoutResult(status -> require(
                claim,
                fenced("update batch_operation set total_items = :total", claim).param("total", totalItems)));
    }

    @Override
    public boolean advance(Claim claim, Progress progress) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (advance(claim, progress, OperationStatus.IN_PROGRESS)) {
                return false;
            }
            if (advance(claim, progress, OperationStatus.CANCELLING)) {
                return true;
            }
            throw new StaleClaimException(claim);
        }));
    }

    // One statement, and not a second one to ask for the status: this is done for every page.
    private boolean advance(Claim claim, Progress progress, OperationStatus status) {
        return held("""
                                update batch_operation
                                set succeeded_items = :succeeded, failed_items = :failed, database_items = :items,
                                    progress_at = :now, attempts_without_progress = 0""" + NEWEST + " and status = :status", claim)
                        .param("succeeded", progress.succeededItems() + progress.heldItems())
                        .param("failed", progress.failedItems())
                        .param("items", progress.admittedDatabaseItems())
                        .param("now", OperationRow.now(clock))
                        .param("status", status.code())
                        .update()
                > 0;
    }

    @Override
    public boolean isCancelAsked(Claim claim) {
        return status(claim).orElseThrow(() -> new StaleClaimException(claim)) == OperationStatus.CANCELLING;
    }

    @Override
    public boolean release(Claim claim) {
        int released = held("""
                        update batch_operation
                        set held_back = false, progress_at = :now, attempts_without_progress = 0""" + NEWEST + " and held_back and status = 'W'", claim)
                .param("now", OperationRow.now(clock))
                .update();
        if (released == 0 && !isCancelAsked(claim)) {
            throw new IllegalStateException(
                    "operation " + claim.operation().operationId() + " has nothing held back that could be released");
        }
        return released > 0;
    }

    @Override
    public int judgeAgain(Claim claim) {
        require(claim, fenced("""
                update batch_operation
                set succeeded_items = 0, failed_items = 0, database_items = 0,
                    times_judged_again = times_judged_again + 1""", claim));
        return jdbc.sql("select times_judged_again from batch_operation where operation_id = ?")
                .param(claim.operation().operationId())
                .query(Integer.class)
                .single();
    }

    @Override
    public OperationStatus finish(Claim claim, OperationStatus status, @Nullable OperationFailure failure) {
        if (!status.isTerminal() || (status == OperationStatus.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("cannot end as " + status + " with failure " + failure);
        }
        return Objects.requireNonNull(transaction.execute(tx -> {
            if (end(claim, status, failure) == 0) {
                throw status(claim)
                        .<RuntimeException>map(held -> new IllegalStateException(
                                "operation " + claim.operation().operationId() + " is " + held
                                        + " and cannot end as " + status
                                        + " now: not every item is saved or reported, or nobody asked for it"))
                        .orElseGet(() -> new StaleClaimException(claim));
            }
            return endedAs(claim);
        }));
    }

    private int end(Claim claim, OperationStatus status, @Nullable OperationFailure failure) {
        String sql = """
                update batch_operation
                set status = case when status = 'K' and :status = 'T' then 'C' else :status end, finished_at = :now, failure_code = :code, failure_message = :message,
                    failure_item_index = :itemIndex, failure_line = :line, failure_column = :column,
                    failure_byte_offset = :byteOffset""" + FENCE + """
                 and status in (:from) and (:status <> 'T' or (succeeded_items + failed_items = total_items
                    and (not held_back or failed_items > 0 or total_items = 0)))""";
        return held(sql, claim)
                .param("status", status.code())
                .param("from", mayBecome(status))
                .param("now", OperationRow.now(clock))
                .param("code", failure == null ? null : failure.code().name(), Types.VARCHAR)
                .param("message", failure == null ? null : failure.message(), Types.VARCHAR)
                .param("itemIndex", failure == null ? null : failure.itemIndex(), Types.INTEGER)
                .param("line", failure == null ? null : failure.line(), Types.INTEGER)
                .param("column", failure == null ? null : failure.column(), Types.INTEGER)
                .param("byteOffset", failure == null ? null : failure.byteOffset(), Types.BIGINT)
                .update();
    }

    private static Set<String> mayBecome(OperationStatus status) {
        Set<OperationStatus> ends = status == OperationStatus.COMPLETED
                ? EnumSet.of(OperationStatus.COMPLETED, OperationStatus.CANCELLED)
                : EnumSet.of(status);
        return Arrays.stream(OperationStatus.values())
                .filter(before -> before.next().stream().anyMatch(ends::contains))
                .map(OperationStatus::code)
                .collect(toSet());
    }

    private OperationStatus endedAs(Claim claim) {
        return OperationStatus.ofCode(jdbc.sql("select status from batch_operation where operation_id = ?")
                .param(claim.operation().operationId())
                .query(String.class)
                .single());
    }

    @Override
    public void handBack(Claim claim) {
        require(claim, fenced("""
                update batch_operation
                set attempts_without_progress = greatest(attempts_without_progress - 1, 0)""", claim));
    }

    private JdbcClient.StatementSpec fenced(String update, Claim claim) {
        return held(update + FENCE, claim);
    }

    private JdbcClient.StatementSpec held(String sql, Claim claim) {
        return jdbc.sql(sql)
                .param("id", claim.operation().operationId())
                .param("attempt", claim.operation().attempt());
    }

    private static void require(Claim claim, JdbcClient.StatementSpec update) {
        if (update.update() == 0) {
            throw new StaleClaimException(claim);
        }
    }

    /** The status, while the claim holds the operation. */
    private Optional<OperationStatus> status(Claim claim) {
        return fenced("select status from batch_operation", claim)
                .query(String.class)
                .optional()
                .map(OperationStatus::ofCode);
    }
}
