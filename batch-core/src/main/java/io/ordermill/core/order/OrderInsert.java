package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import io.ordermill.core.order.OrderTables.Line;
import io.ordermill.core.order.OrderTables.OrderPosting;
import io.ordermill.core.order.OrderTables.Task;
import io.ordermill.core.order.PagePlan.Numbered;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries a plan out: headers first, for they can be refused, then everything below them in bulk. */
@Component
class OrderInsert {

    private final JdbcClient jdbc;
    private final HeaderInsert headerInsert;
    private final BulkInsert bulkInsert;
    private final Clock clock;

    OrderInsert(JdbcClient jdbc, HeaderInsert headerInsert, BulkInsert bulkInsert, Clock clock) {
        this.jdbc = jdbc;
        this.headerInsert = headerInsert;
        this.bulkInsert = bulkInsert;
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
        bulkInsert.insert(OrderTables.LINES, rows(headers, OrderInsert::lines));
        bulkInsert.insert(OrderTables.POSTINGS, rows(headers, OrderInsert::postings));
        if (!context.skipWorkflow()) {
            bulkInsert.insert(OrderTables.TASKS, rows(headers, OrderInsert::tasks));
        }
        return true;
    }

    private List<Header> headers(PageContext context, PagePlan plan, PageKnowledge known) {
        long firstId =
                jdbc.sql("select nextval('sales_order_id')").query(Long.class).single();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return IntStream.range(0, plan.admitted().size())
                .mapToObj(i -> header(firstId + i, context, plan.admitted().get(i), known, now))
                .toList();
    }

    private static Header header(
            long orderId, PageContext context, Numbered numbered, PageKnowledge known, OffsetDateTime now) {
        SalesOrder order = numbered.order().order();
        return new Header(
                orderId,
                context.companyId(),
                numbered.number(),
                context.operationId(),
                context.operationId() == null ? null : numbered.index(),
                known.postingCycle(),
                known.uniqueExternalIds() ? TakenKeys.externalId(order) : null,
                now,
                numbered.order());
    }

    private static <R> List<R> rows(List<Header> headers, Function<Header, Stream<R>> rowsOf) {
        return headers.stream().flatMap(rowsOf).toList();
    }

    private static Stream<Line> lines(Header header) {
        List<OrderLine> lines = header.order().orderLines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(
                        header.orderId(),
                        i + 1,
                        lines.get(i),
                        header.valid().glAnalyses().get(i)));
    }

    private static Stream<OrderPosting> postings(Header header) {
        return header.valid().postings().stream().map(posting -> new OrderPosting(header.orderId(), posting));
    }

    private static Stream<Task> tasks(Header header) {
        return IntStream.rangeClosed(1, header.order().orderLines().size())
                .mapToObj(line -> new Task(header.orderId(), line));
    }
}
