/**
 * Takes queued operations and runs the import job. Alone as {@code batch-worker.jar} ({@link
 * io.ordermill.worker.BatchWorkerApplication}), or inside the API, which has this module on its runtime classpath only
 * ({@link io.ordermill.worker.WorkerAutoConfiguration}). Answers no caller: what becomes of an operation is read from its
 * row.
 */
@NullMarked
package io.ordermill.worker;

import org.jspecify.annotations.NullMarked;
