package io.ordermill.worker.job;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.operation.ProgressHistory;
import io.ordermill.core.operation.ProgressHistory.Sample;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Moves an import forward in the transaction of a page, and leaves a sample of its progress now and then. */
@Component
class Checkpoint {

    private final OperationQueue queue;
    private final ProgressHistory history;
    private final Clock clock;

    Checkpoint(OperationQueue queue, ProgressHistory history, Clock clock) {
        this.queue = queue;
        this.history = history;
        this.clock = clock;
    }

    /**
     * The last thing a page does, for it is the fence.
     *
     * @return true when cancel was asked for
     */
    boolean move(ImportRun run, Progress after) {
        Instant now = clock.instant();
        if (run.samples().isDue(now)) {
            history.add(run.operationId(), new Sample(now, after.nextItem()));
        }
        return queue.advance(run.claim(), after);
    }
}
