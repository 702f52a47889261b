package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.ordermill.worker.maintenance.Retention;
import io.ordermill.worker.maintenance.RetentionSettings;
import org.springframework.stereotype.Component;

/** One row in the queue, so that of all processes one at a time deletes what is old. */
@Component
class RetentionTask {

    private static final String NAME = "retention";

    private final Retention retention;
    private final RetentionSettings settings;
    private final DueAgain dueAgain;

    RetentionTask(Retention retention, RetentionSettings settings, DueAgain dueAgain) {
        this.retention = retention;
        this.settings = settings;
        this.dueAgain = dueAgain;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring(NAME, FixedDelay.of(settings.interval()))
                .onDeadExecution(dueAgain)
                .execute((task, context) -> retention.run(context.getSchedulerState()::isShuttingDown));
    }
}
