package io.ordermill.core.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk insert by PostgreSQL's COPY, on the transaction's own connection; where keys may be taken, by one statement. */
final class CopyBulkInsert implements BulkInsert {

    private final JdbcTemplate jdbc;

    CopyBulkInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public <R> void insert(Table<R> table, List<R> rows) {
        if (!rows.isEmpty()) {
            jdbc.execute((Connection connection) -> copy(connection, table, rows));
        }
    }

    /** COPY knows no conflicts, so this is one statement over the rows as JSON. */
    @Override
    public <R> int insertUntaken(Table<R> table, List<R> rows) {
        return jdbc.update(
                "insert into " + table.signature() + " select " + table.columnNames()
                        + " from json_populate_recordset(null::" + table.name() + ", ?::json) on conflict do nothing",
                RowsJson.of(table, rows));
    }

    private static <R> boolean copy(Connection connection, Table<R> table, List<R> rows) throws SQLException {
        CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.signature() + " from stdin");
        try {
            CopyText text = new CopyText(copy);
            for (R row : rows) {
                text.row(table, row);
            }
            text.flush();
            if (copy.endCopy() != rows.size()) {
                throw new IllegalStateException("not all rows of " + table.name() + " were copied");
            }
            return true;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
