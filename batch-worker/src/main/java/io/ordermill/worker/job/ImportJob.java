package io.ordermill.worker.job;

import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.StaleClaimException;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Runs one attempt at an operation as one execution of a Spring Batch job built for it. */
@Component
public class ImportJob {

    private final JobOperator operator;
    private final JobRepository repository;
    private final InspectStep inspectStep;
    private final ImportStep importStep;
    private final ReleaseStep releaseStep;
    private final FormerAttempts formerAttempts;

    ImportJob(
            JobOperator operator,
            JobRepository repository,
            InspectStep inspectStep,
            ImportStep importStep,
            ReleaseStep releaseStep,
            FormerAttempts formerAttempts) {
        this.operator = operator;
        this.repository = repository;
        this.inspectStep = inspectStep;
        this.importStep = importStep;
        this.releaseStep = releaseStep;
        this.formerAttempts = formerAttempts;
    }

    /**
     * Runs in the calling thread to the end of the attempt, however it ends.
     *
     * @param slot once it closes or is claimed by another, the running page is ended and no other begun
     * @throws StaleClaimException when another attempt has taken the operation over; nothing was saved after that
     */
    public ImportEnd run(Claim claim, Slot slot) {
        ImportRun run = new ImportRun(claim, slot);
        return run.end(execute(run));
    }

    /** Closes what former attempts left open, where this one has nothing to run. */
    public void closeFormerAttempts(Claim claim) {
        formerAttempts.close(claim.operation());
    }

    private List<Throwable> execute(ImportRun run) {
        try {
            formerAttempts.close(run.operation());
            return operator.start(job(run), Attempt.of(run.operation()).parameters())
                    .getAllFailureExceptions();
        } catch (JobExecutionException | RuntimeException e) {
            return List.of(e);
        }
    }

    // Built per run: its steps carry the run, so concurrent operations share nothing and no scope is needed.
    private Job job(ImportRun run) {
        return new JobBuilder(Attempt.JOB_NAME, repository)
                .start(inspectStep.build(run))
                .next(importStep.build(run))
                .next(releaseStep.build(run))
                .build();
    }
}
