package io.ordermill.worker.job;

import io.ordermill.core.order.PreparedItem;
import java.util.List;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The chunk-oriented step: a page is a chunk, and a chunk is a transaction. What Spring Batch counts as an item is a whole page,
 * for its chunks all have one size and pages have not. No skip, no retry, no processor.
 */
@Component
class ImportStep {

    private final JobRepository repository;
    private final PlatformTransactionManager transactionManager;
    private final ReadAhead readAhead;
    private final PageSaving pageSaving;

    ImportStep(
            JobRepository repository,
            PlatformTransactionManager transactionManager,
            ReadAhead readAhead,
            PageSaving pageSaving) {
        this.repository = StepDiary.in(repository);
        this.transactionManager = transactionManager;
        this.readAhead = readAhead;
        this.pageSaving = pageSaving;
    }

    Step build(ImportRun run) {
        return new StepBuilder("import", repository)
                .<List<PreparedItem>, List<PreparedItem>>chunk(1)
                .transactionManager(transactionManager)
                .reader(new PageItemReader(() ->
                        readAhead.start(run, run.progress().nextItem(), judged -> pageSaving.prepare(run, judged))))
                .writer(chunk -> chunk.forEach(page -> pageSaving.save(run, page)))
                .interruptionPolicy(step -> endBetweenPages(run, step))
                .build();
    }

    // Replaces the policy that looks at the thread's interrupt flag: that one ends a step early and calls it COMPLETED.
    private static void endBetweenPages(ImportRun run, StepExecution step) {
        if (run.mustEnd()) {
            step.setTerminateOnly();
        }
    }
}
