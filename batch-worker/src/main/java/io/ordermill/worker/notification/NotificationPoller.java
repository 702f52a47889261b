package io.ordermill.worker.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.worker.dispatch.Poller;
import io.ordermill.worker.dispatch.Schedulers;
import io.ordermill.worker.dispatch.UninterruptedExecutor;
import org.springframework.stereotype.Component;

/** Polls the queue of deliveries. */
@Component
class NotificationPoller extends Poller {

    private final NotificationTasks tasks;
    private final Schedulers schedulers;
    private final WebhookSettings settings;

    NotificationPoller(NotificationTasks tasks, Schedulers schedulers, WebhookSettings settings) {
        this.tasks = tasks;
        this.schedulers = schedulers;
        this.settings = settings;
    }

    @Override
    protected Scheduler build() {
        return schedulers
                .of(tasks.delivering())
                .startTasks(tasks.announcing())
                .tableName(WebhookStore.TASK_TABLE)
                .threads(settings.threads())
                .executorService(new UninterruptedExecutor(settings.threads(), "webhook-"))
                .pollingInterval(settings.pollingInterval())
                .build();
    }
}
