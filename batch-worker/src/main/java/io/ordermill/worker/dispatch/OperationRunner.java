package io.ordermill.worker.dispatch;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.SlotSharing;
import io.ordermill.core.operation.StaleClaimException;
import io.ordermill.worker.WorkerSettings;
import io.ordermill.worker.job.ImportJob;
import io.ordermill.worker.job.Slot;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Runs the next attempt at an operation. Never throws: where the database is gone, the pause before the next one is all. */
@Component
class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);
    private static final String LOG_CONTEXT = "operationId";

    private final OperationQueue queue;
    private final ImportJob job;
    private final AttemptEnding ending;
    private final SlotSharing slots;
    private final WorkerSettings settings;

    OperationRunner(
            OperationQueue queue, ImportJob job, AttemptEnding ending, SlotSharing slots, WorkerSettings settings) {
        this.queue = queue;
        this.job = job;
        this.ending = ending;
        this.slots = slots;
        this.settings = settings;
    }

    /**
     * Runs one attempt in this thread.
     *
     * @param stopping true once the process is ending
     */
    NextStep run(UUID operationId, BooleanSupplier stopping) {
        MDC.put(LOG_CONTEXT, operationId.toString());
        try {
            return attempt(operationId, stopping);
        } catch (StaleClaimException e) {
            LOG.warn("{}; leaving it to the newer attempt", e.getMessage());
            return new NextStep.Leave();
        } catch (RuntimeException e) {
            LOG.error("could not settle the operation; another attempt follows in {}", settings.retryDelay(), e);
            return new NextStep.Again(settings.retryDelay());
        } finally {
            MDC.remove(LOG_CONTEXT);
        }
    }

    private NextStep attempt(UUID operationId, BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            return new NextStep.Again(Duration.ZERO);
        }
        Optional<Claim> claim = queue.claim(operationId);
        return claim.isEmpty() ? new NextStep.Remove() : run(claim.get(), stopping);
    }

    private NextStep run(Claim claim, BooleanSupplier stopping) {
        if (claim.operation().status() == OperationStatus.CANCELLING) {
            job.closeFormerAttempts(claim);
            return ending.cancelled(claim);
        }
        if (claim.attemptsWithoutProgress() > settings.maxAttemptsWithoutProgress()) {
            job.closeFormerAttempts(claim);
            return ending.crashedTooOften(claim);
        }
        LOG.info(
                "attempt {} begins at item {}",
                claim.operation().attempt(),
                claim.operation().progress().nextItem());
        return ending.of(claim, job.run(claim, slot(claim, stopping)));
    }

    private Slot slot(Claim claim, BooleanSupplier stopping) {
        return new SlotTurn(claim.operation().operationId(), slots, settings.turn(), stopping);
    }
}
