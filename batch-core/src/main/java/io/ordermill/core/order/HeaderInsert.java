package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts the headers of a page all or none, without an error for a key that is taken. They go in by ascending number, and
 * with none of them left behind when one is taken: so of two pages that want the same numbers one waits, and never each
 * for the other.
 */
@Repository
class HeaderInsert {

    private static final String SQL = OrderTables.HEADERS.insert() + " on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;

    HeaderInsert(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Returns false, with nothing inserted, where a key was taken. */
    boolean insert(List<Header> headers) {
        List<Header> byNumber = headers.stream()
                .sorted(Comparator.comparingLong(Header::orderNumber))
                .toList();
        return Boolean.TRUE.equals(savepoint.execute(status -> {
            boolean complete = insertSorted(byNumber);
            if (!complete) {
                status.setRollbackOnly();
            }
            return complete;
        }));
    }

    private boolean insertSorted(List<Header> headers) {
        int[][] counts = jdbc.batchUpdate(SQL, headers, headers.size(), OrderTables.HEADERS::setParameters);
        boolean counted = IntStream.of(counts[0]).allMatch(count -> count >= 0);
        return (counted ? IntStream.of(counts[0]).sum() : countStored(headers)) == headers.size();
    }

    /** For drivers that rewrite batches and then cannot tell. */
    private int countStored(List<Header> headers) {
        Integer count = jdbc.queryForObject(
                "select count(*) from sales_order where order_id between ? and ?",
                Integer.class,
                headers.stream().mapToLong(Header::orderId).min().orElseThrow(),
                headers.stream().mapToLong(Header::orderId).max().orElseThrow());
        return count == null ? 0 : count;
    }
}
