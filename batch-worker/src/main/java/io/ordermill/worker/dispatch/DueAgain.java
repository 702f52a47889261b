package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a worker had picked that shows no life is due again, now by the database's clock. db-scheduler's own {@link
 * DeadExecutionHandler.ReviveDeadExecution} asks the clock of the machine that found out, and puts the task off by as much as
 * that one is ahead.
 */
@Component
public class DueAgain implements DeadExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(DueAgain.class);

    private final Clock clock;

    DueAgain(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void deadExecution(ExecutionComplete dead, ExecutionOperations<Void> operations) {
        LOG.warn(
                "worker {} shows no life; its {} {} is due again",
                dead.getExecution().pickedBy,
                dead.getExecution().taskInstance.getTaskName(),
                dead.getExecution().getId());
        operations.reschedule(dead, clock.instant());
    }
}
