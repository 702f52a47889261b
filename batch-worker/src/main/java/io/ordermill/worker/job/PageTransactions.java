package io.ordermill.worker.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ordermill.core.operation.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Watches over the transactions of pages: what is to be done and counted once one commits. */
@Component
class PageTransactions {

    private final MeterRegistry meters;
    private final Timer pages;
    private final Counter saved;
    private final Counter failed;
    private final Counter rows;

    PageTransactions(MeterRegistry meters) {
        this.meters = meters;
        this.pages = Timer.builder("ordermill.page")
                .description("Time to write and commit a page")
                .register(meters);
        this.saved = orders(meters, "saved");
        this.failed = orders(meters, "failed");
        this.rows = Counter.builder("ordermill.rows")
                .description("Database items saved")
                .register(meters);
    }

    private static Counter orders(MeterRegistry meters, String outcome) {
        return Counter.builder("ordermill.orders")
                .description("Orders processed")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Starts the clock of a page. */
    Running begin() {
        return new Running(Timer.start(meters));
    }

    /** The transaction of one page. */
    final class Running {

        private final Timer.Sample sample;

        private Running(Timer.Sample sample) {
            this.sample = sample;
        }

        void afterCommit(Progress before, Progress after, Runnable committed) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.run();
                    sample.stop(pages);
                    count(before, after);
                }
            });
        }
    }

    /** What has been committed between the two. */
    void count(Progress before, Progress after) {
        saved.increment(after.succeededItems() - before.succeededItems());
        failed.increment(after.failedItems() - before.failedItems());
        rows.increment((double) (after.databaseItems() - before.databaseItems()));
    }
}
