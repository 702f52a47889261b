package io.ordermill.worker.job;

import io.ordermill.core.order.PreparedItem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Between the thread that reads ahead and the one that writes: a bounded queue of pages, bounded by their number and by the
 * memory they take. One thread puts, one takes; either can end it, and then neither waits any longer.
 *
 * <p>Memory is counted from the first item of a page that is being read until the page after it is asked for, that is until
 * the page is committed. Where nothing else is in memory a page may take what it needs, so that no page is too large to pass.
 */
final class PageBuffer {

    private final int maxPages;
    private final long maxMemory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final Queue<Page> pages = new ArrayDeque<>();
    private long memory;
    private long memoryOfPageBeingRead;
    private long memoryOfPageInHand;
    private boolean complete;
    private boolean closed;
    private @Nullable Throwable failure;

    PageBuffer(int maxPages, long maxMemory) {
        this.maxPages = maxPages;
        this.maxMemory = maxMemory;
    }

    private record Page(List<PreparedItem> items, long memory) {}

    /**
     * Reader: waits until there is room for anything at all. To be asked before an item is parsed, for only then it is known
     * how much it takes.
     *
     * @return false when the buffer is closed and nothing more is wanted
     */
    boolean awaitRoom() {
        return reserve(0);
    }

    /**
     * Reader: waits until there is room for one more item of the page being read.
     *
     * @return false when the buffer is closed and nothing more is wanted
     */
    boolean reserve(long bytes) {
        lock.lock();
        try {
            while (!closed && memory + bytes > maxMemory && memory > memoryOfPageBeingRead) {
                changed.awaitUninterruptibly();
            }
            memory += bytes;
            memoryOfPageBeingRead += bytes;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reader: hands over the page being read.
     *
     * @return false when the buffer is closed and nothing more is wanted
     */
    boolean put(List<PreparedItem> items) {
        lock.lock();
        try {
            while (!closed && pages.size() >= maxPages) {
                changed.awaitUninterruptibly();
            }
            pages.add(new Page(items, memoryOfPageBeingRead));
            memoryOfPageBeingRead = 0;
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Reader: there are no more pages. */
    void complete() {
        signal(() -> complete = true);
    }

    /** Reader: there will be no more pages, though there should be. */
    void fail(Throwable cause) {
        signal(() -> failure = cause);
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Writer: nothing more is wanted. */
    void close() {
        signal(() -> closed = true);
    }

    /**
     * Writer: the next page; the one before is done with.
     *
     * @return empty at the end
     */
    List<PreparedItem> take() {
        lock.lock();
        try {
            release(memoryOfPageInHand);
            while (pages.isEmpty() && !hasEnded()) {
                changed.awaitUninterruptibly();
            }
            return pages.isEmpty() ? end() : hand(pages.remove());
        } finally {
            lock.unlock();
        }
    }

    private boolean hasEnded() {
        return complete || closed || failure != null;
    }

    private List<PreparedItem> hand(Page page) {
        memoryOfPageInHand = page.memory;
        changed.signalAll();
        return page.items;
    }

    private List<PreparedItem> end() {
        if (failure != null) {
            throw new IllegalStateException("reading ahead failed", failure);
        }
        return List.of();
    }

    private void release(long bytes) {
        memory -= bytes;
        memoryOfPageInHand = 0;
        changed.signalAll();
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
