package io.ordermill.core.operation;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcOperationStore implements OperationStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OperationIds ids = new OperationIds();

    JdbcOperationStore(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Operation create(NewOperation operation) {
        OffsetDateTime now = OperationRow.now(clock);
        UUID operationId = ids.next(now.toInstant());
        jdbc.sql("""
                insert into batch_operation (
                    operation_id, company_id, submitted_by, status, attempt, attempts_without_progress, skip_workflow,
                    ignore_unknown_fields, label, dry_run, error_policy, max_errors, held_back, file_name, upload_id,
                    retry_of, succeeded_items, failed_items, database_items, submitted_at)
                values (
                    :operationId, :companyId, :submittedBy, 'N', 0, 0, :skipWorkflow,
                    :ignoreUnknownFields, :label, :dryRun, :errorPolicy, :maxErrors, :heldBack, :fileName, :uploadId,
                    :retryOf, 0, 0, 0,
                    :now)""")
                .param("operationId", operationId)
                .param("companyId", operation.companyId())
                .param("submittedBy", operation.submittedBy())
                .param("skipWorkflow", operation.options().skipWorkflow())
                .param("ignoreUnknownFields", operation.options().ignoreUnknownFields())
                .param("label", operation.options().label(), Types.VARCHAR)
                .param("dryRun", operation.options().dryRun())
                .param("errorPolicy", operation.options().errorPolicy().code())
                .param("maxErrors", operation.options().maxErrors(), Types.INTEGER)
                .param("heldBack", operation.options().isAtomic())
                .param("fileName", operation.fileName(), Types.VARCHAR)
                .param("uploadId", operation.uploadId())
                .param("retryOf", operation.retryOf())
                .param("now", now)
                .update();
        if (operation.retryOf() != null) {
            recordRetry(operation.retryOf(), operationId);
        }
        return new Operation(
                operationId,
                operation.companyId(),
                operation.submittedBy(),
                OperationStatus.PENDING,
                0,
                operation.options(),
                operation.fileName(),
                operation.uploadId(),
                operation.retryOf(),
                null,
                Progress.NONE,
                now.toInstant(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** One of two retries at the same moment waits for the other one's transaction, and then finds it here. */
    private void recordRetry(UUID retryOf, UUID operationId) {
        int updated = jdbc.sql(
                        "update batch_operation set retried_by = ? where operation_id = ? and retried_by is null")
                .params(operationId, retryOf)
                .update();
        if (updated == 0) {
            throw new AlreadyRetriedException(retryOf);
        }
    }

    @Override
    public Optional<Operation> find(UUID operationId) {
        return jdbc.sql("select * from batch_operation where operation_id = ?")
                .param(operationId)
                .query(OperationRow::read)
                .optional();
    }

    @Override
    public List<Operation> findAll(Set<UUID> operationIds) {
        return operationIds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from batch_operation where operation_id in (:ids)")
                        .param("ids", operationIds)
                        .query(OperationRow::read)
                        .list();
    }

    @Override
    public List<Operation> list(OperationFilter filter) {
        OperationQuery query = OperationQuery.of(filter);
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query(OperationRow::read)
                .list();
    }

    /** One statement, so that whatever a worker does at the same moment comes before it or after it. */
    @Override
    public Optional<Operation> cancel(UUID operationId) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            jdbc.sql("""
                    update batch_operation
                    set cancel_asked_at = :now,
                        finished_at = case status when 'N' then cast(:now as timestamp with time zone) end,
                        status = case status when 'N' then 'C' else 'K' end
                    where operation_id = :id and status in ('N', 'W')""")
                    .param("now", OperationRow.now(clock))
                    .param("id", operationId)
                    .update();
            return find(operationId);
        }));
    }
}
