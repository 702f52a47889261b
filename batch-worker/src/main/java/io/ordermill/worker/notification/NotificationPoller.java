package io.ordermill.worker.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.worker.WorkerSettings;
import io.ordermill.worker.dispatch.QueueDatabase;
import io.ordermill.worker.dispatch.UninterruptedExecutor;
import io.ordermill.worker.dispatch.WorkerName;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Polls the queue of deliveries while the application is ready. */
@Component
class NotificationPoller implements SmartLifecycle {

    private final DataSource dataSource;
    private final NotificationTasks tasks;
    private final QueueDatabase database;
    private final WorkerSettings worker;
    private final WebhookSettings settings;
    private final Clock clock;
    private @Nullable Scheduler scheduler;

    NotificationPoller(
            DataSource dataSource,
            NotificationTasks tasks,
            QueueDatabase database,
            WorkerSettings worker,
            WebhookSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.database = database;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
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
        return database.pollingStrategy(Scheduler.create(dataSource, tasks.delivering())
                        .startTasks(tasks.announcing())
                        .tableName(WebhookStore.TASK_TABLE)
                        .schedulerName(new SchedulerName.Fixed(WorkerName.unique()))
                        .clock(clock::instant)
                        .threads(settings.threads())
                        .executorService(new UninterruptedExecutor(settings.threads(), "webhook-"))
                        .pollingInterval(settings.pollingInterval())
                        .heartbeatInterval(worker.heartbeatInterval())
                        .missedHeartbeatsLimit(worker.missedHeartbeats())
                        .shutdownMaxWait(worker.shutdownTimeout().dividedBy(2)))
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
