package io.ordermill.worker.dispatch;

import io.ordermill.core.FullDisk;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.worker.WorkerSettings;
import io.ordermill.worker.job.ImportEnd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Settles an operation by the end of an attempt. The one place that finishes, hands back and gives up. */
@Component
class AttemptEnding {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptEnding.class);

    private final OperationQueue queue;
    private final EndedOperations endedOperations;
    private final WorkerSettings settings;

    AttemptEnding(OperationQueue queue, EndedOperations endedOperations, WorkerSettings settings) {
        this.queue = queue;
        this.endedOperations = endedOperations;
        this.settings = settings;
    }

    NextStep of(Claim claim, ImportEnd end) {
        endedOperations.countAttempt(end);
        if (end instanceof ImportEnd.Completed) {
            return completed(claim);
        } else if (end instanceof ImportEnd.Cancelled) {
            return cancelled(claim);
        } else if (end instanceof ImportEnd.Failed failed) {
            return failed(claim, failed.failure());
        } else if (end instanceof ImportEnd.Outdated) {
            LOG.info("another batch has taken what an order of this one needs; all of them are judged again");
            return new NextStep.Again(Duration.ZERO);
        } else if (end instanceof ImportEnd.Stopped) {
            return handedBack(claim, "this worker is shutting down; another one goes on");
        } else if (end instanceof ImportEnd.Passed) {
            return handedBack(claim, "its turn is over and another operation has a better right to the slot");
        }
        return broken(claim, (ImportEnd.Broken) end);
    }

    // A count that does not add up is refused by the queue with an exception: a contradiction like any other.
    private NextStep completed(Claim claim) {
        try {
            return finish(claim, OperationStatus.COMPLETED, null);
        } catch (IllegalStateException e) {
            return broken(claim, new ImportEnd.Broken(e, false));
        }
    }

    NextStep cancelled(Claim claim) {
        return finish(claim, OperationStatus.CANCELLED, null);
    }

    private NextStep failed(Claim claim, OperationFailure failure) {
        return finish(claim, OperationStatus.FAILED, failure);
    }

    NextStep crashedTooOften(Claim claim) {
        LOG.error(
                "giving up: the last {} attempts ended without a trace and without one more page; look for what ended "
                        + "those workers, then submit the file again",
                claim.attemptsWithoutProgress() - 1);
        return failed(
                claim,
                OperationFailure.of(
                        Code.WORKER_CRASHED,
                        "The import was given up after " + (claim.attemptsWithoutProgress() - 1)
                                + " attempts that ended without one more saved page."));
    }

    private NextStep handedBack(Claim claim, String reason) {
        queue.handBack(claim);
        LOG.info("handed back, for {}", reason);
        return new NextStep.Again(Duration.ZERO);
    }

    private NextStep broken(Claim claim, ImportEnd.Broken broken) {
        if (FullDisk.isCauseOf(broken.cause())) {
            return waitingForSpace(claim, broken);
        }
        if (broken.progressed() || claim.attemptsWithoutProgress() < settings.maxAttemptsWithoutProgress()) {
            LOG.error(
                    "attempt {} broke off; another one follows in {} and goes on after the last saved page",
                    claim.operation().attempt(),
                    settings.retryDelay(),
                    broken.cause());
            return new NextStep.Again(settings.retryDelay());
        }
        LOG.error(
                "attempt {} broke off, the last of {} without progress; the operation fails",
                claim.operation().attempt(),
                settings.maxAttemptsWithoutProgress(),
                broken.cause());
        return failed(
                claim,
                OperationFailure.of(
                        Code.INTERNAL_ERROR, "The import broke off again and again; the worker's log says why."));
    }

    // However long it takes to make room, the import is as sound as before. Stack traces would need room, too.
    private NextStep waitingForSpace(Claim claim, ImportEnd.Broken broken) {
        LOG.error(
                "the database's disk is full; attempt {} broke off, and another one looks for space in {}: {}",
                claim.operation().attempt(),
                settings.retryDelay(),
                NestedExceptionUtils.getMostSpecificCause(broken.cause()).toString());
        queue.handBack(claim);
        return new NextStep.Again(settings.retryDelay());
    }

    private NextStep finish(Claim claim, OperationStatus status, @Nullable OperationFailure failure) {
        endedOperations.record(claim, queue.finish(claim, status, failure));
        return new NextStep.Remove();
    }
}
