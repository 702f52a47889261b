package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordermill.worker.WorkerSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Polls the queue from the moment the application is ready to the moment it begins to stop, which is before the web server
 * and the connection pool do.
 */
@Component
class QueuePoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

    private final OperationTask task;
    private final RetentionTask retention;
    private final Schedulers schedulers;
    private final AbandonedTasks abandonedTasks;
    private final WorkerSettings settings;
    private @Nullable Scheduler scheduler;

    QueuePoller(
            OperationTask task,
            RetentionTask retention,
            Schedulers schedulers,
            AbandonedTasks abandonedTasks,
            WorkerSettings settings) {
        this.task = task;
        this.retention = retention;
        this.schedulers = schedulers;
        this.abandonedTasks = abandonedTasks;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (scheduler == null) {
            abandonedTasks.free();
            scheduler = build();
            scheduler.start();
            LOG.info("takes up to {} operations at a time", settings.concurrency());
        }
    }

    private Scheduler build() {
        return schedulers
                .of(task.task())
                .startTasks(retention.task())
                .threads(settings.concurrency())
                .executorService(new UninterruptedExecutor(settings.concurrency(), "import-"))
                .pollingInterval(settings.pollingInterval())
                .enablePriority()
                .build();
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            LOG.info("stops; running pages are ended and their operations handed back");
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

    /** Last in, first out. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
