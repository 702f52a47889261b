package io.ordermill.worker.job;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.validation.OrderLimits;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Saves one page in the transaction of its chunk: orders, then refused items, then the checkpoint, which is the fence.
 * Nothing in here may catch an exception of a nested transactional call: the page would roll back and the step go on.
 */
@Component
class PageSaving {

    private final OrderPageWriter orders;
    private final OutcomeStore outcomes;
    private final OperationQueue queue;
    private final OrderLimits limits;
    private final PageTransactions transactions;

    PageSaving(
            OrderPageWriter orders,
            OutcomeStore outcomes,
            OperationQueue queue,
            OrderLimits limits,
            PageTransactions transactions) {
        this.orders = orders;
        this.outcomes = outcomes;
        this.queue = queue;
        this.limits = limits;
        this.transactions = transactions;
    }

    void save(ImportRun run, List<PreparedItem> items) {
        PageTransactions.Running transaction = transactions.begin();
        PageOutcome outcome = orders.write(context(run), items);
        requireAllAccountedFor(items, outcome);
        outcomes.record(run.operationId(), outcome.refused());
        Progress before = run.progress();
        Progress after = before.plus(outcome.saved().size(), outcome.refused().size(), outcome.itemsAdmitted());
        boolean cancelAsked = queue.advance(run.claim(), after);
        transaction.afterCommit(before, after, () -> run.pageCommitted(after, cancelAsked));
    }

    private PageContext context(ImportRun run) {
        Operation operation = run.operation();
        boolean skipWorkflow = operation.options().skipWorkflow();
        return new PageContext(
                operation.companyId(),
                operation.operationId(),
                skipWorkflow,
                limits.itemsPerBatch(skipWorkflow),
                run.progress().databaseItems());
    }

    private static void requireAllAccountedFor(List<PreparedItem> items, PageOutcome outcome) {
        int accountedFor = outcome.saved().size() + outcome.refused().size();
        if (accountedFor != items.size()) {
            throw new IllegalStateException(
                    accountedFor + " items of a page of " + items.size() + " are accounted for");
        }
    }
}
