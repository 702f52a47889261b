package io.ordermill.worker.job;

/** The place at a worker in which an attempt runs, and which it may have to leave. */
public interface Slot {

    /** The process is ending. Asked again and again, by any thread of the attempt. */
    boolean isClosing();

    /** Another operation is to have it. Asked between pages, outside of their transactions, from the first one saved on. */
    boolean isClaimedByAnother();
}
