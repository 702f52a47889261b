package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.QueueWatch.Held;
import io.ordermill.core.operation.QueueWatch.Open;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class QueueWatchContract extends StoreContract {

    private static final Instant BEAT = Instant.parse("2026-01-02T03:04:05Z");

    private final TestOperations operations = new TestOperations(jdbc, transactions);
    private final OperationQueue queue = new JdbcOperationQueue(jdbc, transactions, Clock.systemUTC());
    private final QueueWatch watch = new JdbcQueueWatch(jdbc, operations.store());

    QueueWatchContract(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void forgetTasks() {
        jdbc.sql("delete from scheduled_tasks").update();
    }

    @Test
    void countsWhatHasNotEndedByCompany() {
        String company = newCompany();
        String other = newCompany();
        Operation oldest = operations.pending(company);
        operations.pending(company);
        queue.claim(operations.pending(company).operationId());
        operations.store().cancel(operations.pending(company).operationId());
        queue.claim(operations.pending(other).operationId());

        assertThat(watch.open()).contains(new Open(company, 2, 1, oldest.submittedAt()), new Open(other, 0, 1, null));
    }

    @Test
    void leavesOutCompaniesWithNothingOpen() {
        String company = newCompany();
        operations.store().cancel(operations.pending(company).operationId());

        assertThat(watch.open()).extracting(Open::companyId).doesNotContain(company);
    }

    @Test
    void tellsWhichWorkerHasWhich() {
        Operation first = operations.pending(newCompany());
        Operation second = operations.pending(newCompany());
        task(second.operationId(), "a-worker");
        task(first.operationId(), "a-worker");
        task(operations.pending(newCompany()).operationId(), null);

        assertThat(watch.held()).containsExactly(new Held("a-worker", BEAT, first), new Held("a-worker", BEAT, second));
    }

    @Test
    void leavesOutTasksWhoseOperationIsGone() {
        task(UUID.randomUUID(), "a-worker");

        assertThat(watch.held()).isEmpty();
    }

    private void task(UUID operationId, String pickedBy) {
        OffsetDateTime beat = BEAT.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into scheduled_tasks
                (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values (:name, :instance, :beat, :picked, cast(:pickedBy as varchar), :beat, 1)""")
                .param("name", OperationQueue.TASK_NAME)
                .param("instance", operationId.toString())
                .param("beat", beat)
                .param("picked", pickedBy != null)
                .param("pickedBy", pickedBy)
                .update();
    }
}
