package io.ordermill.worker.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.worker.dispatch.Schedulers;
import io.ordermill.worker.dispatch.UninterruptedExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Polls the queue of deliveries while the application is ready. */
@Component
class NotificationPoller implements SmartLifecycle {

    private final NotificationTasks tasks;
    private final Schedulers schedulers;
    private final WebhookSettings settings;
    private @Nullable Scheduler scheduler;

    NotificationPoller(NotificationTasks tasks, Schedulers schedulers, WebhookSettings settings) {
        this.tasks = tasks;
        this.schedulers = schedulers;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = build();
            scheduler.start();
        }
    }

    private Scheduler build() {
        return schedulers
                .of(tasks.delivering())
                .startTasks(tasks.announcing())
                .tableName(WebhookStore.TASK_TABLE)
                .threads(settings.threads())
                .executorService(new UninterruptedExecutor(settings.threads(), "webhook-"))
                .pollingInterval(settings.pollingInterval())
                .build();
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Not with the context, whose start others still follow: with the application's readiness. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
