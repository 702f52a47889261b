package io.ordermill.worker.dispatch;

import java.time.Duration;

/** What becomes of an operation's row in the queue. */
sealed interface NextStep {

    /** The operation has ended. */
    record Remove() implements NextStep {}

    /** Another attempt is due. */
    record Again(Duration delay) implements NextStep {}

    /** The row belongs to another worker. */
    record Leave() implements NextStep {}
}
