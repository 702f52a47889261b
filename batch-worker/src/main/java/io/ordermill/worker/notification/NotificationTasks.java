package io.ordermill.worker.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.worker.dispatch.DueAgain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tasks of the queue of deliveries: each delivery is one, and one makes deliveries of operations that have ended. */
@Component
class NotificationTasks {

    private static final int AT_ONCE = 100;

    private final WebhookStore webhooks;
    private final DeliveryRunner runner;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final SchedulerClient queue;
    private final DueAgain dueAgain;
    private final Clock clock;

    NotificationTasks(
            WebhookStore webhooks,
            DeliveryRunner runner,
            WebhookSettings settings,
            TransactionTemplate transaction,
            DataSource dataSource,
            DueAgain dueAgain,
            Clock clock) {
        this.webhooks = webhooks;
        this.runner = runner;
        this.settings = settings;
        this.transaction = transaction;
        this.queue = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(WebhookStore.TASK_TABLE)
                .build();
        this.dueAgain = dueAgain;
        this.clock = clock;
    }

    RecurringTask<Void> announcing() {
        return Tasks.recurring("announce-ended-operations", FixedDelay.of(settings.pollingInterval()))
                .onDeadExecution(dueAgain)
                .execute((task, context) -> announce());
    }

    void announce() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                List<UUID> deliveries = webhooks.announceEnded(AT_ONCE);
                deliveries.forEach(this::enqueue);
                return !deliveries.isEmpty();
            }));
        }
    }

    private void enqueue(UUID deliveryId) {
        queue.scheduleIfNotExists(new TaskInstance<>(WebhookStore.TASK_NAME, deliveryId.toString()), clock.instant());
    }

    Task<Void> delivering() {
        return Tasks.custom(WebhookStore.TASK_NAME, Void.class)
                .onDeadExecution(dueAgain)
                .execute(this::deliver);
    }

    private CompletionHandler<Void> deliver(TaskInstance<Void> task, ExecutionContext context) {
        Optional<Duration> pause = context.getSchedulerState().isShuttingDown()
                ? Optional.of(Duration.ZERO)
                : runner.run(UUID.fromString(task.getId()));
        return (complete, operations) -> {
            if (pause.isPresent()) {
                operations.reschedule(complete, clock.instant().plus(pause.get()));
            } else {
                operations.remove();
            }
        };
    }
}
