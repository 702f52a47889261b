package io.ordermill.worker.job;

import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.worker.job.HeldOrders.Release;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;

/** Saves what an atomic import has held back, once every order of it was found valid; has nothing to do otherwise. */
@Component
class ReleaseStep {

    /** Then other batches keep taking what this one needs, or judging and saving contradict each other. */
    private static final int MAX_TIMES_JUDGED_AGAIN = 10;

    private final JobRepository repository;
    private final ReadAhead readAhead;
    private final OrderPageWriter orders;
    private final HeldOrders heldOrders;
    private final PageTransactions transactions;

    ReleaseStep(
            JobRepository repository,
            ReadAhead readAhead,
            OrderPageWriter orders,
            HeldOrders heldOrders,
            PageTransactions transactions) {
        this.repository = repository;
        this.readAhead = readAhead;
        this.orders = orders;
        this.heldOrders = heldOrders;
        this.transactions = transactions;
    }

    Step build(ImportRun run) {
        return new StepBuilder("release", repository)
                .tasklet(
                        (contribution, context) -> {
                            if (run.isReadyForRelease()) {
                                conclude(run, release(run));
                            }
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    private Release release(ImportRun run) {
        if (run.operation().options().dryRun()) {
            return heldOrders.declareOnly(run);
        }
        try (PageReader pages = readAhead.start(run, 0, orders::prepare)) {
            return heldOrders.save(run, pages);
        }
    }

    private void conclude(ImportRun run, Release release) {
        switch (release) {
            case RELEASED -> {
                if (!run.operation().options().dryRun()) {
                    transactions.count(run.progress(), run.progress().released());
                }
                run.released();
            }
            case CANCELLED -> run.cancelled();
            case OUTDATED -> judgeAgain(run);
            case STOPPED -> {
                // The run knows by itself.
            }
        }
    }

    private void judgeAgain(ImportRun run) {
        int times = heldOrders.judgeAgain(run);
        if (times > MAX_TIMES_JUDGED_AGAIN) {
            run.cannotImport(OperationFailure.of(
                    Code.INTERNAL_ERROR,
                    "All orders were found valid " + times + " times, and each time one of them was refused when"
                            + " they were to be saved. Nothing is saved."));
        } else {
            run.outdated();
        }
    }
}
