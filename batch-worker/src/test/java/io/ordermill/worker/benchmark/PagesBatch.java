package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import has left behind, page by page in memory, and put back by plain JDBC: for each table one prepared statement
 * and a batch, the pages of 100 orders each in a transaction of its own.
 */
final class PagesBatch {

    private final List<Page> pages = new ArrayList<>();

    /** Equal values are kept once, or memory would run short. */
    private final Map<Object, Object> values = new HashMap<>();

    /** The rows of one page, for each table. */
    private record Page(List<List<@Nullable Object[]>> tables) {}

    private PagesBatch() {}

    static PagesBatch export(TestDatabase database) throws SQLException {
        PagesBatch batch = new PagesBatch();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (PageOfRows page : PageOfRows.all(connection)) {
                List<List<@Nullable Object[]>> tables = new ArrayList<>();
                for (String table : PageOfRows.TABLES) {
                    tables.add(batch.rows(statement, page.select(table) + " order by 1, 2"));
                }
                batch.pages.add(new Page(tables));
            }
        }
        return batch;
    }

    private List<@Nullable Object[]> rows(Statement statement, String sql) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                @Nullable Object[] values = new @Nullable Object[columns];
                for (int column = 0; column < columns; column++) {
                    Object value = row.getObject(column + 1);
                    values[column] = value == null ? null : this.values.computeIfAbsent(value, same -> same);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** Returns the time from the first row to the last commit. */
    Duration measure(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            List<PreparedStatement> inserts = inserts(connection);
            for (Page page : pages) {
                for (int table = 0; table < inserts.size(); table++) {
                    insert(inserts.get(table), page.tables.get(table));
                }
                connection.commit();
            }
            for (PreparedStatement insert : inserts) {
                insert.close();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private List<PreparedStatement> inserts(Connection connection) throws SQLException {
        List<PreparedStatement> inserts = new ArrayList<>();
        for (int table = 0; table < PageOfRows.TABLES.size(); table++) {
            int columns = pages.get(0).tables.get(table).get(0).length;
            inserts.add(connection.prepareStatement("insert into " + PageOfRows.TABLES.get(table) + " values ("
                    + String.join(", ", Collections.nCopies(columns, "?")) + ")"));
        }
        return inserts;
    }

    private static void insert(PreparedStatement insert, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                insert.setObject(column + 1, row[column]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
