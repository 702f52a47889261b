package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ordermill.core.operation.OperationQueue;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The queue's task: its instance is the operation's id, and it carries no data. */
@Component
class OperationTask {

    private final OperationRunner runner;
    private final DueAgain dueAgain;
    private final Clock clock;

    OperationTask(OperationRunner runner, DueAgain dueAgain, Clock clock) {
        this.runner = runner;
        this.dueAgain = dueAgain;
        this.clock = clock;
    }

    Task<Void> task() {
        return Tasks.custom(OperationQueue.TASK_NAME, Void.class)
                .onDeadExecution(dueAgain)
                .execute(this::execute);
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
        NextStep next = runner.run(UUID.fromString(task.getId()), context.getSchedulerState()::isShuttingDown);
        return (complete, operations) -> take(next, complete, operations);
    }

    private void take(NextStep next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (next instanceof NextStep.Remove) {
            operations.remove();
        } else if (next instanceof NextStep.Again again) {
            operations.reschedule(complete, clock.instant().plus(again.delay()));
        }
    }
}
