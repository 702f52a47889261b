package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts by PostgreSQL's COPY, on the transaction's own connection. */
final class CopyInsert implements RowInsert {

    private static final int BUFFER_SIZE = 64 * 1_024;
    private static final byte[] FILE_START = encoded(BinaryRows::fileStart);
    private static final byte[] FILE_END = encoded(BinaryRows::fileEnd);

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
        copy(OrderTables.HEADERS, headers, CopyInsert::header);
    }

    private static byte[] header(Header header) {
        return encoded(rows -> rows.rowStart(OrderTables.HEADERS)
                .fields(OrderTables.HEADER_KEYS, header)
                .encoded(header.encoded().headerContent()));
    }

    @Override
    public void details(List<Header> headers) {
        copy(OrderTables.LINES, headers, header -> header.encoded().lines());
        copy(OrderTables.POSTINGS, headers, header -> header.encoded().postings());
    }

    @Override
    public void tasks(List<Header> headers) {
        copy(
                OrderTables.TASKS,
                headers,
                header ->
                        encoded(rows -> OrderTables.tasks(header).forEach(task -> rows.row(OrderTables.TASKS, task))));
    }

    private void copy(Table<?> table, List<Header> headers, Function<Header, byte[]> rows) {
        jdbc.execute((Connection connection) -> copy(connection, table, headers, rows));
    }

    /** Sends the rows order by order: those of a page may be many megabytes. */
    private static boolean copy(
            Connection connection, Table<?> table, List<Header> headers, Function<Header, byte[]> rows)
            throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.signature() + " from stdin (format binary)");
        try {
            PGCopyOutputStream out = new PGCopyOutputStream(copy, BUFFER_SIZE);
            out.write(FILE_START);
            for (Header header : headers) {
                out.write(rows.apply(header));
            }
            out.write(FILE_END);
            out.endCopy();
            return true;
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
