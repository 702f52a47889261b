package io.ordermill.worker.benchmark;

import io.ordermill.worker.benchmark.TextbookOrder.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The rows of textbook orders, with the names of the statements' parameters, lines and postings gathered for a chunk. */
record TextbookRows(List<LineRow> lines, List<PostingRow> postings) {

    static final String INSERT_HEADER = """
            insert into sales_order (order_id, company_id, order_number, line_count, total_amount, saved_at, customer_id,
                currency_code, external_order_id, order_date, period, responsible, sales_person, transaction_type,
                has_delivery_information, has_invoicing)
            values (nextval('sales_order_id'), :company, :number, :lines, :total, :now, :customer, :currency, :externalId,
                :today, 202601, :responsible, :salesPerson, :type, false, false)""";

    static final String INSERT_LINE = """
            insert into sales_order_line (order_id, line_number, product_code, currency_amount, price, quantity, gl_analysis)
            values (:order, :line, :product, :amount, :price, :quantity, :analysis)""";

    static final String INSERT_POSTING = """
            insert into gl_posting (order_id, line_number, split_number, kind, dim1, dim2, amount)
            values (:order, :line, 1, :kind, :dim1, :dim2, :amount)""";

    record HeaderRow(
            String company,
            long number,
            int lines,
            BigDecimal total,
            OffsetDateTime now,
            String customer,
            String currency,
            String externalId,
            LocalDate today,
            String responsible,
            String salesPerson,
            String type) {

        static HeaderRow of(TextbookOrder order, String company, long number, String currency) {
            return new HeaderRow(
                    company,
                    number,
                    order.orderLines().size(),
                    order.total(),
                    OffsetDateTime.now(ZoneOffset.UTC),
                    order.customerId(),
                    currency,
                    order.externalOrderId(),
                    LocalDate.now(ZoneOffset.UTC),
                    order.responsible(),
                    order.salesPerson(),
                    order.transactionType());
        }
    }

    record LineRow(
            long order,
            int line,
            String product,
            BigDecimal amount,
            BigDecimal price,
            BigDecimal quantity,
            String analysis) {}

    record PostingRow(long order, int line, String kind, String dim1, String dim2, BigDecimal amount) {}

    TextbookRows() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void add(long orderId, TextbookOrder order) {
        int number = 0;
        for (Line line : order.orderLines()) {
            number++;
            lines.add(new LineRow(
                    orderId,
                    number,
                    line.productCode(),
                    line.amount(),
                    line.price(),
                    line.quantity(),
                    line.glAnalysis().toString()));
            postings.add(posting(orderId, number, line, "revenue", line.amount()));
            postings.add(posting(orderId, number, line, "tax", BigDecimal.ZERO));
        }
    }

    private static PostingRow posting(long orderId, int number, Line line, String kind, BigDecimal amount) {
        return new PostingRow(
                orderId,
                number,
                kind,
                line.glAnalysis().get(0).dimension(1),
                line.glAnalysis().get(0).dimension(2),
                amount);
    }
}
