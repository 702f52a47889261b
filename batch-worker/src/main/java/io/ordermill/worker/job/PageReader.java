package io.ordermill.worker.job;

import io.ordermill.core.order.PreparedItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Reads pages on a thread of its own, ahead of the one that writes them. */
final class PageReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);
    private static final long CLOSE_MILLIS = 5_000;

    private final PageBuffer buffer;
    private final Thread thread;

    private PageReader(PageBuffer buffer, Thread thread) {
        this.buffer = buffer;
        this.thread = thread;
    }

    /** What the thread does: fill the buffer, until there is no more or the buffer wants no more. */
    @FunctionalInterface
    interface Filling {
        void fill(PageBuffer buffer) throws Exception;
    }

    static PageReader start(String name, PageBuffer buffer, Filling filling) {
        Map<String, String> logContext = MDC.getCopyOfContextMap();
        Thread thread = new Thread(() -> run(buffer, filling, logContext), name);
        thread.setDaemon(true);
        thread.start();
        return new PageReader(buffer, thread);
    }

    // Whatever happens here must reach the other thread, which would wait for ever otherwise.
    private static void run(PageBuffer buffer, Filling filling, @Nullable Map<String, String> logContext) {
        MDC.setContextMap(logContext == null ? Map.of() : logContext);
        try {
            filling.fill(buffer);
            buffer.complete();
        } catch (Throwable e) {
            buffer.fail(e);
        }
    }

    /**
     * Waits for the next page.
     *
     * @return empty at the end of the file
     * @throws IllegalStateException when reading failed; its cause says why
     */
    List<PreparedItem> next() {
        return buffer.take();
    }

    /** Ends the thread. A query of its own it lets end, for the thread must not be interrupted (embedded H2). */
    @Override
    public void close() {
        buffer.close();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} still waits for the database; it ends by itself once that answers", thread.getName());
        }
    }
}
