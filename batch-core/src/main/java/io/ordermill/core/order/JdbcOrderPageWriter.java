package io.ordermill.core.order;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Encodes ahead, plans and inserts, and plans again where another page was faster. The whole story is told in the package's text. */
@Component
class JdbcOrderPageWriter implements OrderPageWriter {

    /** As many ids as one call of the sequence hands out. */
    private static final int MAX_ITEMS = 100;

    private final JdbcClient jdbc;
    private final RowInsert rows;
    private final CompanyHold companyHold;
    private final PagePlanning planning;
    private final OrderInsert orderInsert;
    private final TransactionTemplate callersTransaction;

    JdbcOrderPageWriter(
            JdbcClient jdbc,
            RowInsert rows,
            CompanyHold companyHold,
            StoredPageSource source,
            OrderInsert orderInsert,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.companyHold = companyHold;
        this.planning = new PagePlanning(source);
        this.orderInsert = orderInsert;
        this.callersTransaction = new TransactionTemplate(transactions);
        this.callersTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public List<PreparedItem> prepare(List<JudgedItem> items) {
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a page has at most " + MAX_ITEMS + " items, not " + items.size());
        }
        long firstId =
                jdbc.sql("select nextval('sales_order_id')").query(Long.class).single();
        return IntStream.range(0, items.size())
                .mapToObj(i -> prepare(items.get(i), firstId + i))
                .toList();
    }

    private PreparedItem prepare(JudgedItem item, long orderId) {
        EncodedOrder encoded = item.judgement() instanceof Judgement.Accepted accepted
                ? rows.encode(orderId, accepted.order())
                : EncodedOrder.NONE;
        return new PreparedItem(item, orderId, encoded);
    }

    @Override
    public PageOutcome write(PageContext context, List<PreparedItem> items) {
        return Objects.requireNonNull(callersTransaction.execute(status -> save(context, items)))
                .outcome();
    }

    @Override
    public void holdCompany(String companyId) {
        callersTransaction.executeWithoutResult(status -> companyHold.takeAlone(companyId));
    }

    private PagePlan save(PageContext context, List<PreparedItem> items) {
        PageKnowledge known = planning.look(context, items, companyHold.take(context.companyId()));
        PagePlan plan = planning.plan(context, items, known);
        while (!orderInsert.insert(context, plan, known)) {
            planning.lookAgain(context, items, plan, known);
            plan = planning.plan(context, items, known);
        }
        return plan;
    }
}
