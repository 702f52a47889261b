package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Polls a queue from the moment the application is ready to the moment it begins to stop, which is before the web server and
 * the connection pool do.
 */
public abstract class Poller implements SmartLifecycle {

    private @Nullable Scheduler scheduler;

    /** The scheduler of this queue, not started yet. What has to come before its first look at the queue is done here. */
    protected abstract Scheduler build();

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = build();
            scheduler.start();
        }
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
