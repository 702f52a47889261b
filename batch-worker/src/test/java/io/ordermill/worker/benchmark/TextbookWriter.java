package io.ordermill.worker.benchmark;

import io.ordermill.worker.benchmark.TextbookOrder.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Named parameters and JDBC batches, as {@code JdbcBatchItemWriter} does it, headers first for their generated keys. */
final class TextbookWriter implements ItemWriter<TextbookOrder> {

    private static final String HEADER = """
            insert into sales_order (order_id, company_id, order_number, line_count, total_amount, saved_at, customer_id,
                currency_code, external_order_id, order_date, period, responsible, sales_person, transaction_type,
                has_delivery_information, has_invoicing)
            values (nextval('sales_order_id'), '1', :number, :lines, :total, :now, :customer, 'NOK', :externalId, :today,
                202601, :responsible, :salesPerson, :type, false, false)""";

    private static final String LINE = """
            insert into sales_order_line (order_id, line_number, product_code, currency_amount, price, quantity, gl_analysis)
            values (:order, :line, :product, :amount, :price, :quantity, :analysis)""";

    private static final String POSTING = """
            insert into gl_posting (order_id, line_number, split_number, kind, dim1, dim2, amount)
            values (:order, :line, 1, :kind, :dim1, :dim2, :amount)""";

    private final NamedParameterJdbcTemplate jdbc;
    private long number;

    TextbookWriter(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    @Override
    public void write(Chunk<? extends TextbookOrder> chunk) {
        List<Long> ids = insertHeaders(chunk);
        List<SqlParameterSource> lines = new ArrayList<>();
        List<SqlParameterSource> postings = new ArrayList<>();
        int index = 0;
        for (TextbookOrder order : chunk) {
            addLines(ids.get(index++), order, lines, postings);
        }
        jdbc.batchUpdate(LINE, lines.toArray(SqlParameterSource[]::new));
        jdbc.batchUpdate(POSTING, postings.toArray(SqlParameterSource[]::new));
    }

    private List<Long> insertHeaders(Chunk<? extends TextbookOrder> chunk) {
        SqlParameterSource[] headers =
                chunk.getItems().stream().map(this::header).toArray(SqlParameterSource[]::new);
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        jdbc.batchUpdate(HEADER, headers, keys, new String[] {"order_id"});
        return keys.getKeyList().stream().map(key -> (Long) key.get("order_id")).toList();
    }

    private SqlParameterSource header(TextbookOrder order) {
        return new MapSqlParameterSource(Map.of(
                        "number", ++number,
                        "lines", order.orderLines().size(),
                        "total", order.total(),
                        "now", OffsetDateTime.now(ZoneOffset.UTC),
                        "today", LocalDate.now(ZoneOffset.UTC)))
                .addValue("customer", order.customerId())
                .addValue("externalId", order.externalOrderId())
                .addValue("responsible", order.responsible())
                .addValue("salesPerson", order.salesPerson())
                .addValue("type", order.transactionType());
    }

    private static void addLines(
            long orderId, TextbookOrder order, List<SqlParameterSource> lines, List<SqlParameterSource> postings) {
        int lineNumber = 0;
        for (Line line : order.orderLines()) {
            lineNumber++;
            lines.add(line(orderId, lineNumber, line));
            postings.add(posting(orderId, lineNumber, line, "revenue", line.amount()));
            postings.add(posting(orderId, lineNumber, line, "tax", BigDecimal.ZERO));
        }
    }

    private static SqlParameterSource line(long orderId, int number, Line line) {
        return new MapSqlParameterSource("order", orderId)
                .addValue("line", number)
                .addValue("product", line.productCode())
                .addValue("amount", line.amount())
                .addValue("price", line.price())
                .addValue("quantity", line.quantity())
                .addValue("analysis", line.glAnalysis().toString());
    }

    private static SqlParameterSource posting(long orderId, int lineNumber, Line line, String kind, BigDecimal amount) {
        return new MapSqlParameterSource("order", orderId)
                .addValue("line", lineNumber)
                .addValue("kind", kind)
                .addValue("dim1", line.glAnalysis().get(0).dimension(1))
                .addValue("dim2", line.glAnalysis().get(0).dimension(2))
                .addValue("amount", amount);
    }
}
