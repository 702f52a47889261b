package io.ordermill.core.order;

import io.ordermill.core.order.OrderTables.Header;
import java.util.List;

/** Inserts the rows of a page's orders, in the caller's transaction, by the fastest way the database has. */
interface RowInsert {

    /** Does ahead what can be done without the database. */
    EncodedOrder encode(long orderId, ValidOrder order);

    /**
     * Inserts headers one after the other, in order.
     *
     * @throws org.springframework.dao.DuplicateKeyException where a key is taken
     */
    void headers(List<Header> headers);

    /** Inserts lines and postings. */
    void details(List<Header> headers);

    /** Inserts a workflow task for each line. */
    void tasks(List<Header> headers);
}
