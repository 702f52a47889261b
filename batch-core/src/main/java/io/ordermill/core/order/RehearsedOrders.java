package io.ordermill.core.order;

import io.ordermill.core.order.PagePlan.Numbered;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Orders that would be saved, in short. */
@Repository
class RehearsedOrders {

    private final JdbcTemplate jdbc;

    RehearsedOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void record(PageContext context, PagePlan plan, boolean uniqueExternalIds) {
        jdbc.batchUpdate(
                """
                insert into rehearsed_order (
                    operation_id, item_index, order_number, is_number_given, unique_external_order_id, transaction_type,
                    customer_id, external_order_id, order_date, currency_code, line_count, total_amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                plan.admitted(),
                Math.max(1, plan.admitted().size()),
                (statement, order) -> set(statement, context, order, uniqueExternalIds));
    }

    private static void set(
            PreparedStatement statement, PageContext context, Numbered numbered, boolean uniqueExternalIds)
            throws SQLException {
        ValidOrder valid = numbered.order();
        SalesOrder order = valid.order();
        statement.setObject(1, context.operationId());
        statement.setInt(2, numbered.item().judged().index());
        statement.setLong(3, numbered.number());
        statement.setBoolean(4, order.orderNumber() != null);
        statement.setString(5, uniqueExternalIds ? OrderKeys.of(order).externalOrderId() : null);
        statement.setString(6, order.transactionType());
        statement.setString(7, order.customerId());
        statement.setString(8, order.externalOrderId());
        statement.setObject(9, order.orderDate(), Types.DATE);
        statement.setString(10, order.currencyCode());
        statement.setInt(11, order.orderLines().size());
        statement.setBigDecimal(12, valid.totalAmount());
    }

    /** Finds those that belong to rehearsed orders. */
    TakenKeys.Taken taken(UUID operationId, TakenKeys.Asked asked) {
        return new TakenKeys.Taken(
                taken(operationId, "order_number", "bigint", asked.numbers(), Long.class),
                taken(operationId, "unique_external_order_id", "varchar", asked.externalIds(), String.class));
    }

    private <T> Set<T> taken(UUID operationId, String column, String sqlType, Set<T> asked, Class<T> type) {
        return asked.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "select %1$s from rehearsed_order where operation_id = ? and %1$s = any(?)".formatted(column),
                        type,
                        operationId,
                        new SqlArrayValue(sqlType, asked.toArray())));
    }

    void forget(UUID operationId) {
        jdbc.update("delete from rehearsed_order where operation_id = ?", operationId);
    }

    List<OrderSummary> summaries(UUID operationId, int afterIndex, int limit) {
        return jdbc.query("""
                select * from rehearsed_order
                where operation_id = ? and item_index > ? order by operation_id, item_index limit ?""", (row, number) -> summary(row), operationId, afterIndex, limit);
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                row.getInt("item_index"),
                row.getBoolean("is_number_given") ? row.getLong("order_number") : null,
                row.getString("transaction_type"),
                row.getString("customer_id"),
                row.getString("external_order_id"),
                row.getObject("order_date", LocalDate.class),
                row.getString("currency_code"),
                row.getInt("line_count"),
                row.getBigDecimal("total_amount"));
    }
}
