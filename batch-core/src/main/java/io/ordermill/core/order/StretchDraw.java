package io.ordermill.core.order;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Draws a stretch of numbers from a series by one statement that commits itself.
 */
interface StretchDraw {

    /** For databases that cannot: never draws anything. */
    StretchDraw NONE = (jdbc, companyId, series, count) -> OptionalLong.empty();

    StretchDraw ON_POSTGRES = (jdbc, companyId, series, count) -> jdbc.sql(PostgresDraw.SQL)
            .param("company", companyId)
            .param("series", series)
            .param("count", count)
            .query((row, number) -> OptionalLong.of(row.getLong(1)))
            .optional()
            .orElse(OptionalLong.empty());

    /** Returns the first of so many numbers; empty, with nothing drawn, where not all of them are free and in the range. */
    OptionalLong first(JdbcClient jdbc, String companyId, String series, int count);

    /** One statement, in which everything is asked of the row as it is once locked. */
    final class PostgresDraw {

        private static final String NEXT =
                "greatest(series.first_number, coalesce(series.next_number, series.first_number))";

        /**
         * The lowest taken number decides, and not whether one exists in the stretch: in a plan made while the table was
         * empty only the index by number can answer that, where the other question may read all orders of the company.
         */
        private static final String SQL = """
                update number_series as series
                set next_number = {next} + :count
                where series.company_id = :company and series.number_series = :series
                  and {next} + :count - 1 <= series.last_number
                  and coalesce({next} + :count <= (
                      select min(order_number) from sales_order
                      where sales_order.company_id = :company and order_number >= {next}), true)
                returning next_number - :count
                """.replace("{next}", NEXT);

        private PostgresDraw() {}
    }
}
