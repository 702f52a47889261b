package io.ordermill.worker.dispatch;

import io.ordermill.core.worker.WorkerRegister;
import io.ordermill.worker.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps this worker in the register, whether it has something to do or not, until its last operation has been handed back.
 * In a thread of its own, for no import shall wait for it, nor fail with it.
 */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** A register that cannot be reached does not keep the process from ending. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private final WorkerRegister register;
    private final WorkerName name;
    private final WorkerSettings settings;
    private @Nullable ScheduledThreadPoolExecutor timer;
    private boolean isUnheard;

    Heartbeat(WorkerRegister register, WorkerName name, WorkerSettings settings) {
        this.register = register;
        this.name = name;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (timer == null) {
            CustomizableThreadFactory threads = new CustomizableThreadFactory("heartbeat-");
            threads.setDaemon(true);
            timer = new ScheduledThreadPoolExecutor(1, threads);
            var unused = timer.scheduleWithFixedDelay(
                    this::beat, 0, settings.heartbeatInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** An outage is told once, when it begins. */
    void beat() {
        try {
            register.heartbeat(name.text(), settings.concurrency(), settings.deathLimit());
            if (isUnheard) {
                LOG.info("the register of workers hears of this one again");
            }
            isUnheard = false;
        } catch (RuntimeException e) {
            if (!isUnheard) {
                LOG.warn(
                        "the register of workers does not hear of this one, which goes on working and tries again every {}: {}",
                        settings.heartbeatInterval(),
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
            }
            isUnheard = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            CompletableFuture<Void> farewell = CompletableFuture.runAsync(this::leave, timer);
            timer.shutdown();
            farewell.completeOnTimeout(null, LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            timer = null;
        }
    }

    private void leave() {
        try {
            register.remove(name.text());
        } catch (RuntimeException e) {
            LOG.warn(
                    "this worker ends and stays in the register, where it falls silent: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Not with the context, whose start others still follow: with the application's readiness. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** After the poller, which lives until it has handed back what it had. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
