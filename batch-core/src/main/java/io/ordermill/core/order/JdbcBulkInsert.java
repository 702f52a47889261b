package io.ordermill.core.order;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk insert by JDBC batches. */
final class JdbcBulkInsert implements BulkInsert {

    private static final int BATCH_SIZE = 1_000;

    private final JdbcTemplate jdbc;

    JdbcBulkInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public <R> void insert(Table<R> table, List<R> rows) {
        jdbc.batchUpdate(table.insert(), rows, BATCH_SIZE, table::setParameters);
    }

    @Override
    public <R> int insertUntaken(Table<R> table, List<R> rows) {
        int[][] counts =
                jdbc.batchUpdate(table.insert() + " on conflict do nothing", rows, BATCH_SIZE, table::setParameters);
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
}
