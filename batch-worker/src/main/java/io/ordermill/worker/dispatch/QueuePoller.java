package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordermill.worker.WorkerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Polls the queue of operations. */
@Component
class QueuePoller extends Poller {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

    private final OperationTask task;
    private final RetentionTask retention;
    private final Schedulers schedulers;
    private final AbandonedTasks abandonedTasks;
    private final WorkerSettings settings;

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

    @Override
    protected Scheduler build() {
        abandonedTasks.free();
        LOG.info("takes up to {} operations at a time", settings.concurrency());
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
        if (isRunning()) {
            LOG.info("stops; running pages are ended and their operations handed back");
        }
        super.stop();
    }
}
