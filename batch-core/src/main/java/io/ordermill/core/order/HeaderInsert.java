package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.util.Comparator;
import java.util.List;
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

    private final BulkInsert bulkInsert;
    private final TransactionTemplate savepoint;

    HeaderInsert(BulkInsert bulkInsert, PlatformTransactionManager transactions) {
        this.bulkInsert = bulkInsert;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Returns false, with nothing inserted, where a key was taken. */
    boolean insert(List<Header> headers) {
        List<Header> byNumber = headers.stream()
                .sorted(Comparator.comparingLong(Header::orderNumber))
                .toList();
        return Boolean.TRUE.equals(savepoint.execute(status -> {
            boolean complete = bulkInsert.insertUntaken(OrderTables.HEADERS, byNumber) == byNumber.size();
            if (!complete) {
                status.setRollbackOnly();
            }
            return complete;
        }));
    }
}
