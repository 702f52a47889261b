package io.ordermill.core.order;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Draws a stretch of numbers from a series by one statement, in the caller's transaction, which is not to wait for the
 * disk: a page that is saved under the numbers is written to the same log later, and waits for all before it.
 */
interface StretchDraw {

    /** Returns the first of so many numbers; empty, with nothing drawn, where not all of them are free and in the range. */
    OptionalLong first(String companyId, String series, int count);

    /** For databases that cannot: never draws anything. */
    static StretchDraw none() {
        return (companyId, series, count) -> OptionalLong.empty();
    }

    static StretchDraw onPostgres(JdbcClient jdbc) {
        return (companyId, series, count) -> jdbc.sql("""
                        update number_series as series
                        set next_number = greatest(first_number, coalesce(next_number, first_number)) + :count
                        where company_id = :company and number_series = :series
                          and greatest(first_number, coalesce(next_number, first_number)) + :count - 1 <= last_number
                          and not exists (
                            select 1 from sales_order
                            where sales_order.company_id = :company
                              and order_number >= greatest(series.first_number, coalesce(series.next_number, series.first_number))
                              and order_number < greatest(series.first_number, coalesce(series.next_number, series.first_number)) + :count)
                        returning next_number - :count, set_config('synchronous_commit', 'off', true)""")
                .param("company", companyId)
                .param("series", series)
                .param("count", count)
                .query((row, number) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElse(OptionalLong.empty());
    }
}
