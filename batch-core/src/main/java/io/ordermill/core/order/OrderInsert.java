package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import io.ordermill.core.order.PagePlan.Numbered;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Carries a plan out: headers first, for they can be refused, then everything below them. */
@Component
class OrderInsert {

    private final HeaderInsert headerInsert;
    private final RowInsert rows;
    private final Clock clock;

    OrderInsert(HeaderInsert headerInsert, RowInsert rows, Clock clock) {
        this.headerInsert = headerInsert;
        this.rows = rows;
        this.clock = clock;
    }

    /** Returns false, with nothing inserted, where another page was faster with a number or external id. */
    boolean insert(PageContext context, PagePlan plan, PageKnowledge known) {
        if (plan.admitted().isEmpty()) {
            return true;
        }
        List<Header> headers = headers(context, plan, known);
        if (!headerInsert.insert(headers)) {
            return false;
        }
        rows.details(headers);
        if (!context.skipWorkflow()) {
            rows.tasks(headers);
        }
        return true;
    }

    private List<Header> headers(PageContext context, PagePlan plan, PageKnowledge known) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return plan.admitted().stream()
                .map(order -> header(order, context, known, now))
                .toList();
    }

    private static Header header(Numbered numbered, PageContext context, PageKnowledge known, OffsetDateTime now) {
        PreparedItem item = numbered.item();
        return new Header(
                item.orderId(),
                context.companyId(),
                numbered.number(),
                context.operationId(),
                context.operationId() == null ? null : item.judged().index(),
                known.postingCycle(),
                known.uniqueExternalIds()
                        ? OrderKeys.of(numbered.order().order()).externalOrderId()
                        : null,
                now,
                numbered.order(),
                item.encoded());
    }
}
