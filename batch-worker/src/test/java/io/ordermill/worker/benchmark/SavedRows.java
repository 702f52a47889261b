package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows the tables of orders hold.
 *
 * @param numbers different order numbers, each company's for itself
 */
record SavedRows(long orders, long lines, long postings, long numbers) {

    static SavedRows in(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select (select count(*) from sales_order) as orders,
                               (select count(*) from sales_order_line) as lines,
                               (select count(*) from gl_posting) as postings,
                               (select count(*) from (select distinct company_id, order_number from sales_order) as taken)
                                   as numbers""")
                .query(SavedRows.class)
                .single();
    }
}
