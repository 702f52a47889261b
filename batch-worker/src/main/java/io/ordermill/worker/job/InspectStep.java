package io.ordermill.worker.job;

import io.ordermill.core.file.FileInspector;
import io.ordermill.core.file.FileProblem;
import io.ordermill.core.file.Inspection;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.upload.Upload;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Reads the whole file once before anything of it is saved. Holds no transaction meanwhile. An unreadable file is a value of
 * the run, not an exception: the next attempt would find it no better.
 */
@Component
class InspectStep {

    private static final Logger LOG = LoggerFactory.getLogger(InspectStep.class);

    private final JobRepository repository;
    private final UploadStore uploads;
    private final FileInspector inspector;
    private final OperationQueue queue;

    InspectStep(JobRepository repository, UploadStore uploads, FileInspector inspector, OperationQueue queue) {
        this.repository = repository;
        this.uploads = uploads;
        this.inspector = inspector;
        this.queue = queue;
    }

    Step build(ImportRun run) {
        return new StepBuilder("inspect", repository)
                .tasklet((contribution, context) -> inspect(run, contribution), new ResourcelessTransactionManager())
                .build();
    }

    private RepeatStatus inspect(ImportRun run, StepContribution contribution) throws IOException {
        if (!run.isInspected()) {
            readWhole(run);
        }
        if (!run.isInspected() || run.mustEnd()) {
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.FINISHED;
    }

    private void readWhole(ImportRun run) throws IOException {
        Upload upload = uploads.find(run.operation().uploadId())
                .orElseThrow(() ->
                        new IllegalStateException("upload " + run.operation().uploadId() + " is gone"));
        try (InputStream bytes = new StoppableInputStream(uploads.open(upload.uploadId()), run::isStopping)) {
            conclude(run, upload, inspector.inspect(bytes));
        }
    }

    private void conclude(ImportRun run, Upload upload, Inspection inspection) {
        if (inspection instanceof Inspection.Sound sound && !sound.sha256().equals(upload.sha256())) {
            run.cannotImport(inputChanged(upload, sound));
        } else if (inspection instanceof Inspection.Sound sound) {
            LOG.info("the file holds {} items in {} bytes", sound.items(), upload.size());
            queue.recordTotal(run.claim(), sound.items());
            run.inspected(sound.items());
        } else if (inspection instanceof Inspection.Broken broken) {
            run.cannotImport(failure(broken.problem()));
        }
    }

    private static OperationFailure inputChanged(Upload upload, Inspection.Sound found) {
        return OperationFailure.of(
                Code.INPUT_CHANGED,
                "The stored file is not the one that was received: its SHA-256 was " + upload.sha256() + " and now is "
                        + found.sha256() + ".");
    }

    private static OperationFailure failure(FileProblem problem) {
        Code code =
                switch (problem.kind()) {
                    case MALFORMED_FILE -> Code.MALFORMED_FILE;
                    case CORRUPT_COMPRESSION -> Code.CORRUPT_COMPRESSION;
                    case FILE_TOO_LARGE -> Code.FILE_TOO_LARGE;
                };
        return new OperationFailure(
                code, problem.message(), problem.itemIndex(), problem.line(), problem.column(), problem.byteOffset());
    }
}
