package io.ordermill.api.submit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.ordermill.core.operation.OperationDispatcher;
import io.ordermill.core.operation.OperationQueue;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Queues operations as db-scheduler tasks, in the transaction of the submission: either both are there or neither. */
@Component
class SchedulerClientDispatcher implements OperationDispatcher {

    private static final long SMALL = DataSize.ofMegabytes(1).toBytes();
    private static final long MEDIUM = DataSize.ofMegabytes(16).toBytes();

    private final SchedulerClient scheduler;
    private final Clock clock;

    SchedulerClientDispatcher(DataSource dataSource, Clock clock) {
        this.scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .enablePriority()
                .build();
        this.clock = clock;
    }

    @Override
    public void enqueue(UUID operationId, long uploadSize) {
        TaskInstance<Void> task = new TaskInstance.Builder<Void>(OperationQueue.TASK_NAME, operationId.toString())
                .priority(priority(uploadSize))
                .build();
        if (!scheduler.scheduleIfNotExists(task, clock.instant())) {
            throw new IllegalStateException("operation " + operationId + " is queued already");
        }
    }

    /** Small files overtake large ones: their callers often wait at a screen. */
    static int priority(long uploadSize) {
        if (uploadSize <= SMALL) {
            return Priority.HIGH;
        }
        return uploadSize <= MEDIUM ? Priority.MEDIUM : Priority.LOW;
    }
}
