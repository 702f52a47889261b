package io.ordermill.api.faults;

import io.ordermill.core.operation.OperationStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An operation and what it left, as the database has it. Reads tables and no code of the product. */
record StoredImport(
        OperationStatus status,
        boolean skipWorkflow,
        @Nullable Integer total,
        int succeeded,
        int failed,
        long databaseItems,
        List<StoredOrder> orders,
        List<StoredFailure> failures) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record StoredOrder(
            int index,
            long number,
            String externalId,
            String transactionType,
            int lines,
            BigDecimal totalAmount,
            long storedLines,
            BigDecimal amountOfLines,
            long postings,
            long tasks) {}

    record StoredFailure(int index, List<String> errors) {}

    static Optional<StoredImport> find(JdbcClient jdbc, UUID operationId) {
        return jdbc.sql("select * from batch_operation where operation_id = ?")
                .param(operationId)
                .query((row, number) -> new StoredImport(
                        OperationStatus.ofCode(row.getString("status")),
                        row.getBoolean("skip_workflow"),
                        row.getObject("total_items", Integer.class),
                        row.getInt("succeeded_items"),
                        row.getInt("failed_items"),
                        row.getLong("database_items"),
                        orders(jdbc, operationId),
                        failures(jdbc, operationId)))
                .optional();
    }

    private static List<StoredOrder> orders(JdbcClient jdbc, UUID operationId) {
        return jdbc.sql("""
                        select item_index, order_number, external_order_id, transaction_type, line_count, total_amount,
                            (select count(*) from sales_order_line l where l.order_id = o.order_id) as stored_lines,
                            (select coalesce(sum(currency_amount), 0) from sales_order_line l where l.order_id = o.order_id)
                                as amount_of_lines,
                            (select count(*) from gl_posting p where p.order_id = o.order_id) as postings,
                            (select count(*) from workflow_task t where t.order_id = o.order_id) as tasks
                        from sales_order o where operation_id = ? order by item_index, order_id
                        """)
                .param(operationId)
                .query((row, number) -> new StoredOrder(
                        row.getInt("item_index"),
                        row.getLong("order_number"),
                        row.getString("external_order_id"),
                        row.getString("transaction_type"),
                        row.getInt("line_count"),
                        row.getBigDecimal("total_amount"),
                        row.getLong("stored_lines"),
                        row.getBigDecimal("amount_of_lines"),
                        row.getLong("postings"),
                        row.getLong("tasks")))
                .list();
    }

    private static List<StoredFailure> failures(JdbcClient jdbc, UUID operationId) {
        return jdbc.sql("select item_index, errors from failed_item where operation_id = ? order by item_index")
                .param(operationId)
                .query((row, number) ->
                        new StoredFailure(row.getInt(1), Listing.errors(JSON.readTree(row.getString(2)))))
                .list();
    }

    int processed() {
        return succeeded + failed;
    }

    /** As a caller should find it listed. */
    Listing listing() {
        SortedMap<Integer, Long> saved = new TreeMap<>();
        orders.forEach(order -> saved.put(order.index, order.number));
        SortedMap<Integer, List<String>> refused = new TreeMap<>();
        failures.forEach(failure -> refused.put(failure.index, failure.errors));
        return new Listing(saved, refused);
    }
}
