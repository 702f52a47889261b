/**
 * Deletes what has been kept long enough, in small transactions beside the running imports. One process of a fleet does it
 * at a time, whichever takes the task; doing it twice would do no harm.
 */
@NullMarked
package io.ordermill.worker.maintenance;

import org.jspecify.annotations.NullMarked;
