package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts the headers of a page all or none; a key that is taken is no error of the page, for they stand behind a savepoint. They go in by ascending number, and
 * with none of them left behind when one is taken: so of two pages that want the same numbers one waits, and never each
 * for the other.
 */
@Repository
class HeaderInsert {

    private final RowInsert rows;
    private final TransactionTemplate savepoint;

    HeaderInsert(RowInsert rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Returns false, with nothing inserted, where a key was taken. */
    boolean insert(List<Header> headers) {
        List<Header> byNumber = headers.stream()
                .sorted(Comparator.comparingLong(Header::orderNumber))
                .toList();
        try {
            savepoint.executeWithoutResult(status -> rows.headers(byNumber));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
