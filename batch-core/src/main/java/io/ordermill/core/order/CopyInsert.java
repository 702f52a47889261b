package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts by PostgreSQL's COPY, on the transaction's own connection. */
final class CopyInsert implements RowInsert {

    private final JdbcTemplate jdbc;

    CopyInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EncodedOrder encode(long orderId, ValidOrder order) {
        return new EncodedOrder(
                encoded(rows -> rows.fields(OrderTables.HEADER_CONTENT, order)),
                encoded(rows -> OrderTables.lines(orderId, order).forEach(line -> rows.row(OrderTables.LINES, line))),
                encoded(rows -> OrderTables.postings(orderId, order)
                        .forEach(posting -> rows.row(OrderTables.POSTINGS, posting))));
    }

    private static byte[] encoded(Consumer<BinaryRows> content) {
        BinaryRows rows = new BinaryRows();
        content.accept(rows);
        return rows.toByteArray();
    }

    @Override
    public void headers(List<Header> headers) {
        copy(
                OrderTables.HEADERS,
                rows -> headers.forEach(header -> rows.rowStart(OrderTables.HEADERS)
                        .fields(OrderTables.HEADER_KEYS, header)
                        .encoded(header.encoded().headerContent())));
    }

    @Override
    public void details(List<Header> headers) {
        copy(
                OrderTables.LINES,
                rows -> headers.forEach(header -> rows.encoded(header.encoded().lines())));
        copy(
                OrderTables.POSTINGS,
                rows -> headers.forEach(header -> rows.encoded(header.encoded().postings())));
    }

    @Override
    public void tasks(List<Header> headers) {
        copy(OrderTables.TASKS, rows -> headers.stream()
                .flatMap(OrderTables::tasks)
                .forEach(task -> rows.row(OrderTables.TASKS, task)));
    }

    private <R> void copy(Table<R> table, Consumer<BinaryRows> content) {
        BinaryRows rows = new BinaryRows().fileStart();
        content.accept(rows);
        rows.fileEnd();
        jdbc.execute((Connection connection) -> copy(connection, table, rows));
    }

    private static boolean copy(Connection connection, Table<?> table, BinaryRows rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.signature() + " from stdin (format binary)");
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            copy.endCopy();
            return true;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
