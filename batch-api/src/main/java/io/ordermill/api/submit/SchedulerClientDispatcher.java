package io.ordermill.api.submit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.ordermill.core.operation.OperationDispatcher;
import io.ordermill.core.operation.OperationQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Queues operations as db-scheduler tasks, in the transaction of the submission: either both are there or neither. */
@Component
class SchedulerClientDispatcher implements OperationDispatcher {

    private final SchedulerClient scheduler;
    private final Clock clock;

    SchedulerClientDispatcher(DataSource dataSource, Clock clock) {
        this.scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .enablePriority()
                .build();
        this.clock = clock;
    }

    @Override
    public void enqueue(UUID operationId, long uploadSize, int openBefore) {
        Instant now = clock.instant();
        TaskInstance<Void> task = new TaskInstance.Builder<Void>(OperationQueue.TASK_NAME, operationId.toString())
                .priority(QueuePlace.priority(now, uploadSize, openBefore))
                .build();
        // A batch of one is a single insert: nothing is asked before, for the id is new.
        scheduler.scheduleBatch(List.of(task), now);
    }
}
