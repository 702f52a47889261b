package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts by JDBC batches. */
final class BatchInsert implements RowInsert {

    private static final int BATCH_SIZE = 1_000;

    private final JdbcTemplate jdbc;

    BatchInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EncodedOrder encode(long orderId, ValidOrder order) {
        return EncodedOrder.NONE;
    }

    @Override
    public void headers(List<Header> headers) {
        insert(OrderTables.HEADERS, headers);
    }

    @Override
    public void details(List<Header> headers) {
        insert(OrderTables.LINES, rows(headers, header -> OrderTables.lines(header.orderId(), header.valid())));
        insert(OrderTables.POSTINGS, rows(headers, header -> OrderTables.postings(header.orderId(), header.valid())));
    }

    @Override
    public void tasks(List<Header> headers) {
        insert(OrderTables.TASKS, rows(headers, OrderTables::tasks));
    }

    private static <R> List<R> rows(List<Header> headers, Function<Header, Stream<R>> rowsOf) {
        return headers.stream().flatMap(rowsOf).toList();
    }

    private <R> void insert(Table<R> table, List<R> rows) {
        jdbc.batchUpdate(table.insert(), rows, BATCH_SIZE, table::setParameters);
    }
}
