package io.ordermill.worker.job;

import io.ordermill.core.operation.OperationFailure;

/** How an attempt ended, and so what becomes of its operation. */
public sealed interface ImportEnd {

    /** Every item of the file is saved or reported. */
    record Completed() implements ImportEnd {}

    /** Cancel was asked for; the page that was running is committed. */
    record Cancelled() implements ImportEnd {}

    /** No attempt can ever import this file. */
    record Failed(OperationFailure failure) implements ImportEnd {}

    /** An order of an atomic import that had been found valid is no longer; all are to be judged again. */
    record Outdated() implements ImportEnd {}

    /** The process is ending; the page that was running is committed. */
    record Stopped() implements ImportEnd {}

    /** Another operation is to have the slot; the page that was running is committed. */
    record Passed() implements ImportEnd {}

    /**
     * Something went wrong that may go right next time.
     *
     * @param progressed whether this attempt committed at least one page before
     */
    record Broken(Throwable cause, boolean progressed) implements ImportEnd {}
}
