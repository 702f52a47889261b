package io.ordermill.worker.job;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.order.PreparedItem;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an atomic import has found valid and holds back, until all of it is saved: every page by the same page write, all in
 * one transaction, whose last statement declares it saved.
 */
@Component
class HeldOrders {

    private final OrderPageWriter orders;
    private final OrderPageRehearsal rehearsal;
    private final PageSaving pageSaving;
    private final OperationQueue queue;
    private final TransactionTemplate transaction;

    HeldOrders(
            OrderPageWriter orders,
            OrderPageRehearsal rehearsal,
            PageSaving pageSaving,
            OperationQueue queue,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.rehearsal = rehearsal;
        this.pageSaving = pageSaving;
        this.queue = queue;
        this.transaction = transaction;
    }

    /** What became of them; unless they are released, nothing has changed. */
    enum Release {
        RELEASED,
        /** The process is ending. */
        STOPPED,
        CANCELLED,
        /** An order was refused: the store has changed since it was judged. */
        OUTDATED
    }

    /** Saves all of them, or none. */
    Release save(ImportRun run, PageReader pages) {
        return allOrNothing(() -> {
            orders.holdCompany(run.operation().companyId());
            Release saved = saveAll(run, pages);
            if (saved == Release.RELEASED) {
                rehearsal.forget(run.operationId());
                return declare(run);
            }
            return saved;
        });
    }

    /** Declares those of a dry run succeeded. */
    Release declareOnly(ImportRun run) {
        return allOrNothing(() -> declare(run));
    }

    /**
     * Lets all of them be judged again.
     *
     * @return how often that has happened
     */
    int judgeAgain(ImportRun run) {
        return Objects.requireNonNull(transaction.execute(status -> {
            rehearsal.forget(run.operationId());
            return queue.judgeAgain(run.claim());
        }));
    }

    private Release allOrNothing(Supplier<Release> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Release release = work.get();
            if (release != Release.RELEASED) {
                status.setRollbackOnly();
            }
            return release;
        }));
    }

    private Release saveAll(ImportRun run, PageReader pages) {
        Progress saved =
                Progress.NONE.withTotal(Objects.requireNonNull(run.progress().totalItems()));
        for (List<PreparedItem> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            if (run.isStopping()) {
                return Release.STOPPED;
            }
            if (queue.isCancelAsked(run.claim())) {
                return Release.CANCELLED;
            }
            PageOutcome outcome = orders.write(pageSaving.context(run, saved), page);
            PageSaving.requireAllAccountedFor(page, outcome);
            if (!outcome.refused().isEmpty()) {
                return Release.OUTDATED;
            }
            saved = saved.plus(outcome.saved().size(), 0, outcome.itemsAdmitted());
        }
        requireAllSaved(run, saved);
        return Release.RELEASED;
    }

    private static void requireAllSaved(ImportRun run, Progress saved) {
        if (!saved.equals(run.progress().released())) {
            throw new IllegalStateException("held back " + run.progress() + ", but saved " + saved);
        }
    }

    private Release declare(ImportRun run) {
        return queue.release(run.claim()) ? Release.RELEASED : Release.CANCELLED;
    }
}
