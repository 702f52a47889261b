package io.ordermill.core.order;

import io.ordermill.core.order.PageOutcome.SavedOrder;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans and inserts, and plans again where another page was faster. The whole story is told in the package's text. */
@Component
class JdbcOrderPageWriter implements OrderPageWriter {

    /** As many ids as one call of the sequence hands out. */
    private static final int MAX_ITEMS = 100;

    private final CompanyHold companyHold;
    private final PagePlanning planning;
    private final OrderInsert orderInsert;
    private final TransactionTemplate callersTransaction;

    JdbcOrderPageWriter(
            CompanyHold companyHold,
            PagePlanning planning,
            OrderInsert orderInsert,
            PlatformTransactionManager transactions) {
        this.companyHold = companyHold;
        this.planning = planning;
        this.orderInsert = orderInsert;
        this.callersTransaction = new TransactionTemplate(transactions);
        this.callersTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public PageOutcome write(PageContext context, List<JudgedItem> items) {
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a page has at most " + MAX_ITEMS + " items, not " + items.size());
        }
        PagePlan plan = Objects.requireNonNull(callersTransaction.execute(status -> save(context, items)));
        List<SavedOrder> saved = plan.admitted().stream()
                .map(order -> new SavedOrder(order.index(), order.number()))
                .toList();
        return new PageOutcome(saved, plan.refused(), plan.itemsAdmitted());
    }

    private PagePlan save(PageContext context, List<JudgedItem> items) {
        boolean uniqueExternalIds = companyHold.take(context.companyId());
        PageKnowledge known = planning.look(context, items, uniqueExternalIds);
        PagePlan plan = planning.plan(context, items, known);
        while (!orderInsert.insert(context, plan, known)) {
            planning.lookAgain(context, items, plan, known);
            plan = planning.plan(context, items, known);
        }
        return plan;
    }
}
