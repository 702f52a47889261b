package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import io.ordermill.worker.WorkerSettings;
import java.time.Clock;
import javax.sql.DataSource;
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

    private final DataSource dataSource;
    private final OperationTask task;
    private final RetentionTask retention;
    private final QueueDatabase database;
    private final AbandonedTasks abandonedTasks;
    private final WorkerSettings settings;
    private final Clock clock;
    private @Nullable Scheduler scheduler;

    QueuePoller(
            DataSource dataSource,
            OperationTask task,
            RetentionTask retention,
            QueueDatabase database,
            AbandonedTasks abandonedTasks,
            WorkerSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.task = task;
        this.retention = retention;
        this.database = database;
        this.abandonedTasks = abandonedTasks;
        this.settings = settings;
        this.clock = clock;
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
        SchedulerBuilder builder = Scheduler.create(dataSource, task.task())
                .startTasks(retention.task())
                .schedulerName(new SchedulerName.Fixed(WorkerName.unique()))
                .clock(clock::instant)
                .threads(settings.concurrency())
                .executorService(new UninterruptedExecutor(settings.concurrency(), "import-"))
                .pollingInterval(settings.pollingInterval())
                .heartbeatInterval(settings.heartbeatInterval())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                // Waited for twice: once before and once after threads would be interrupted.
                .shutdownMaxWait(settings.shutdownTimeout().dividedBy(2))
                .enablePriority();
        return database.pollingStrategy(builder).build();
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
