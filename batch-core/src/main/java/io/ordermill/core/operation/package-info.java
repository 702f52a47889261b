/**
 * The long-running operation a caller follows. One table, two faces: {@link
 * io.ordermill.core.operation.OperationStore} for those who submit, look and cancel, {@link
 * io.ordermill.core.operation.OperationQueue} for the worker that owns an attempt.
 *
 * <p>The row is the checkpoint: next index and counters advance in the transaction that saves the page. Every change by a
 * worker names its attempt; a worker that was presumed dead and wakes up changes no row and so saves nothing.
 */
@NullMarked
package io.ordermill.core.operation;

import org.jspecify.annotations.NullMarked;
