package io.ordermill.core.order;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a page as the page write does, and takes down what comes out. */
@Component
class JdbcOrderPageRehearsal implements OrderPageRehearsal {

    private final CompanyHold companyHold;
    private final PagePlanning planning;
    private final RehearsedOrders orders;
    private final RehearsedPageSource source;
    private final TransactionTemplate callersTransaction;

    JdbcOrderPageRehearsal(
            CompanyHold companyHold,
            RehearsedOrders orders,
            RehearsedPageSource source,
            PlatformTransactionManager transactions) {
        this.companyHold = companyHold;
        this.planning = new PagePlanning(source);
        this.orders = orders;
        this.source = source;
        this.callersTransaction = new TransactionTemplate(transactions);
        this.callersTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public List<PreparedItem> prepare(List<JudgedItem> items) {
        return items.stream()
                .map(item -> new PreparedItem(item, 0, EncodedOrder.NONE))
                .toList();
    }

    @Override
    public PageOutcome rehearse(PageContext context, List<PreparedItem> items) {
        return Objects.requireNonNull(callersTransaction.execute(status -> plan(context, items)))
                .outcome();
    }

    private PagePlan plan(PageContext context, List<PreparedItem> items) {
        PageKnowledge known = planning.look(context, items, companyHold.look(context.companyId()));
        PagePlan plan = planning.plan(context, items, known);
        orders.record(context, plan, known.uniqueExternalIds());
        return plan;
    }

    @Override
    public void forget(UUID operationId) {
        callersTransaction.executeWithoutResult(status -> {
            orders.forget(operationId);
            source.forget(operationId);
        });
    }

    @Override
    public List<OrderSummary> summaries(UUID operationId, int afterIndex, int limit) {
        return orders.summaries(operationId, afterIndex, limit);
    }
}
