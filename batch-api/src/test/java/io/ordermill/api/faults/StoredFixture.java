package io.ordermill.api.faults;

import io.ordermill.core.operation.OperationStatus;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as a sound import would leave them, written without the product, so that a test can break them. */
final class StoredFixture {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;

    StoredFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An import of a company of its own that has ended with every item of the file saved or reported. */
    UUID completed(MixedFile file) {
        String company = "company-" + IDS.incrementAndGet();
        jdbc.sql("insert into company values (?, 'Fixture', false)")
                .param(company)
                .update();
        UUID operation = operation(company, file);
        long next = 1;
        for (ExpectedItem item : file.items()) {
            if (!item.maySave()) {
                fail(operation, item);
            } else {
                save(company, operation, item, item.givenNumber() == null ? next++ : item.givenNumber());
            }
        }
        jdbc.sql("insert into number_series values (?, 'S1', 'either', 1, 999999, ?)")
                .params(company, next)
                .update();
        return operation;
    }

    private UUID operation(String company, MixedFile file) {
        UUID upload = UUID.randomUUID();
        jdbc.sql("insert into upload (upload_id, size, sha256, stored_at) values (?, 0, '', ?)")
                .params(upload, NOW)
                .update();
        UUID operation = UUID.randomUUID();
        int saved = (int) file.items().stream().filter(ExpectedItem::maySave).count();
        jdbc.sql("""
                        insert into batch_operation (operation_id, company_id, submitted_by, status, attempt,
                            attempts_without_progress, skip_workflow, ignore_unknown_fields, upload_id, total_items,
                            succeeded_items, failed_items, database_items, submitted_at, finished_at)
                        values (:id, :company, 'tester', 'T', 1, 0, true, false, :upload, :total, :saved, :failed, :rows, :now, :now)
                        """)
                .param("id", operation)
                .param("company", company)
                .param("upload", upload)
                .param("total", file.size())
                .param("saved", saved)
                .param("failed", file.size() - saved)
                .param(
                        "rows",
                        file.items().stream()
                                .filter(ExpectedItem::maySave)
                                .mapToInt(item -> 1 + 3 * item.lines())
                                .sum())
                .param("now", NOW)
                .update();
        return operation;
    }

    private void fail(UUID operation, ExpectedItem item) {
        String errors = item.errors().stream()
                .map(error -> error.split(" "))
                .map(error -> "{\"code\":\"%s\",\"pointer\":\"%s\"}".formatted(error[0], error[1]))
                .collect(Collectors.joining(",", "[", "]"));
        jdbc.sql("insert into failed_item values (?, ?, ?, true, ?)")
                .params(operation, item.index(), new byte[0], errors)
                .update();
    }

    private void save(String company, UUID operation, ExpectedItem item, long number) {
        int id = IDS.incrementAndGet();
        jdbc.sql("""
                        insert into sales_order (order_id, company_id, order_number, operation_id, item_index, line_count,
                            total_amount, saved_at, customer_id, currency_code, external_order_id, order_date, period,
                            responsible, sales_person, transaction_type, has_delivery_information, has_invoicing)
                        values (:id, :company, :number, :operation, :index, :lines, :amount, :now, '1000', 'NOK', :externalId,
                            date '2026-01-01', 202601, 'FRED', 'SYSEN', :type, false, false)
                        """)
                .param("id", id)
                .param("company", company)
                .param("number", number)
                .param("operation", operation)
                .param("index", item.index())
                .param("lines", item.lines())
                .param("amount", item.totalAmount())
                .param("now", NOW)
                .param("externalId", item.externalId())
                .param("type", item.transactionType())
                .update();
        for (int line = 0; line < item.lines(); line++) {
            line(id, line, line == 0 ? item.totalAmount() : BigDecimal.ZERO);
        }
    }

    private void line(int orderId, int line, BigDecimal amount) {
        jdbc.sql("""
                        insert into sales_order_line (order_id, line_number, product_code, currency_amount, price, quantity)
                        values (?, ?, 'NESP02', ?, 0.9, 1)
                        """).params(orderId, line, amount).update();
        for (String kind : new String[] {"revenue", "tax"}) {
            jdbc.sql(
                            "insert into gl_posting (order_id, line_number, split_number, kind, amount) values (?, ?, 0, ?, 0)")
                    .params(orderId, line, kind)
                    .update();
        }
    }

    /** The last answer a caller would have had. */
    Sighting seen(UUID operation) {
        StoredImport stored = StoredImport.find(jdbc, operation).orElseThrow();
        return new Sighting(
                OperationStatus.COMPLETED,
                stored.total(),
                stored.processed(),
                stored.succeeded(),
                stored.failed(),
                0,
                stored.databaseItems(),
                null);
    }

    Listing listing(UUID operation) {
        return StoredImport.find(jdbc, operation).orElseThrow().listing();
    }
}
