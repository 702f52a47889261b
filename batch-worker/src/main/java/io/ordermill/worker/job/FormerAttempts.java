package io.ordermill.worker.job;

import io.ordermill.core.operation.Operation;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Closes what a killed worker, or one that lost its database, left open in Spring Batch's tables, so that they show running
 * only what runs. A worker that was only slow may write there itself until it is told that its attempt is over.
 */
@Component
class FormerAttempts {

    private static final ExitStatus ABANDONED =
            new ExitStatus("ABANDONED", "The attempt was broken off; a later one has taken over.");

    private static final Logger LOG = LoggerFactory.getLogger(FormerAttempts.class);
    private static final int TRIES = 5;

    private final JobRepository repository;
    private final Clock clock;

    FormerAttempts(JobRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    void close(Operation operation) {
        IntStream.range(1, operation.attempt())
                .mapToObj(number -> new Attempt(operation.operationId(), number))
                .forEach(this::close);
    }

    /** Nothing but a diary is at stake: an import does not end for an entry that another worker goes on writing. */
    private void close(Attempt attempt) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                closeAsRead(attempt);
                return;
            } catch (OptimisticLockingFailureException written) {
                LOG.info("{} is still written to: {}", attempt, written.getMessage());
            }
        }
        LOG.warn("{} stays open in Spring Batch's tables; its worker is still writing there", attempt);
    }

    private void closeAsRead(Attempt attempt) {
        JobInstance instance = repository.getJobInstance(Attempt.JOB_NAME, attempt.parameters());
        if (instance != null) {
            repository.getJobExecutions(instance).stream()
                    .filter(FormerAttempts::isOpen)
                    .forEach(this::close);
        }
    }

    // Where the database was away for a moment, the execution may have ended and its step not.
    private static boolean isOpen(JobExecution execution) {
        return execution.isRunning()
                || execution.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus().isRunning());
    }

    private void close(JobExecution execution) {
        LocalDateTime now = LocalDateTime.now(clock);
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning())
                .forEach(step -> close(step, now));
        execution.setStatus(BatchStatus.ABANDONED);
        execution.setExitStatus(ABANDONED);
        execution.setEndTime(now);
        repository.update(execution);
    }

    private void close(StepExecution step, LocalDateTime now) {
        step.setStatus(BatchStatus.ABANDONED);
        step.setExitStatus(ABANDONED);
        step.setEndTime(now);
        repository.update(step);
    }
}
