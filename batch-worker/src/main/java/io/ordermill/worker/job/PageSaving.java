package io.ordermill.worker.job;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.validation.OrderLimits;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Saves one page in the transaction of its chunk, or rehearses it: orders, then refused items, then the checkpoint, which is
 * the fence. Nothing in here may catch an exception of a nested transactional call: the page would roll back and the step go
 * on.
 */
@Component
class PageSaving {

    private final OrderPageWriter orders;
    private final OrderPageRehearsal rehearsal;
    private final OutcomeStore outcomes;
    private final OrderLimits limits;
    private final Checkpoint checkpoint;
    private final PageTransactions transactions;

    PageSaving(
            OrderPageWriter orders,
            OrderPageRehearsal rehearsal,
            OutcomeStore outcomes,
            OrderLimits limits,
            Checkpoint checkpoint,
            PageTransactions transactions) {
        this.orders = orders;
        this.rehearsal = rehearsal;
        this.outcomes = outcomes;
        this.limits = limits;
        this.checkpoint = checkpoint;
        this.transactions = transactions;
    }

    /** Does ahead what {@link #save} does not need a transaction for. */
    List<PreparedItem> prepare(ImportRun run, List<JudgedItem> items) {
        return run.operation().options().isRehearsed() ? rehearsal.prepare(items) : orders.prepare(items);
    }

    /** A page with its checkpoint: a transaction of its own. */
    void save(ImportRun run, List<PreparedItem> items) {
        PageTransactions.Running transaction = transactions.begin();
        Progress before = run.progress();
        PageOutcome outcome = run.operation().options().isRehearsed()
                ? rehearsal.rehearse(context(run, before), items)
                : orders.write(context(run, before), items);
        requireAllAccountedFor(items, outcome);
        outcomes.record(run.operationId(), outcome.refused());
        Progress after = run.after(before, outcome);
        boolean cancelAsked = checkpoint.move(run, after);
        transaction.afterCommit(
                before,
                run.operation().options().dryRun() ? before : after,
                () -> run.pageCommitted(after, cancelAsked));
    }

    PageContext context(ImportRun run, Progress before) {
        Operation operation = run.operation();
        boolean skipWorkflow = operation.options().skipWorkflow();
        return new PageContext(
                operation.companyId(),
                operation.operationId(),
                skipWorkflow,
                limits.itemsPerBatch(skipWorkflow),
                before.admittedDatabaseItems());
    }

    static void requireAllAccountedFor(List<PreparedItem> items, PageOutcome outcome) {
        int accountedFor = outcome.saved().size() + outcome.refused().size();
        if (accountedFor != items.size()) {
            throw new IllegalStateException(
                    accountedFor + " items of a page of " + items.size() + " are accounted for");
        }
    }
}
