package io.ordermill.core.order;

import java.util.List;

/** Inserts many rows in the caller's transaction, by the fastest way the database has. */
interface BulkInsert {

    <R> void insert(Table<R> table, List<R> rows);

    /** Passes over rows whose key is taken, without an error, and returns how many went in; one after the other, in order. */
    <R> int insertUntaken(Table<R> table, List<R> rows);
}
