package io.ordermill.worker.dispatch;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that run tasks of a queue. They are never interrupted, not even when they take too long to stop: embedded H2 closes
 * its file under a thread that is interrupted while it reads. Being daemons they do not keep the process alive; what they
 * had not committed rolls back.
 */
public final class UninterruptedExecutor extends ThreadPoolExecutor {

    /** With so many threads, named after what they do. */
    public UninterruptedExecutor(int threads, String namePrefix) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threadFactory(namePrefix));
    }

    private static CustomizableThreadFactory threadFactory(String namePrefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(namePrefix);
        threads.setDaemon(true);
        return threads;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
