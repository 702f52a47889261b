package io.ordermill.core.order;

import io.ordermill.core.order.SeriesWalk.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Draws numbers from series, each time in a short transaction of its own: the series is free again before the page is
 * written. So numbers of a page that is rolled back are lost, and no page waits for another.
 */
@Repository
class NumberAllocator {

    private final ShortTransactions transactions;
    private final StretchDraw stretchDraw;

    NumberAllocator(ShortTransactions transactions, StretchDraw stretchDraw) {
        this.transactions = transactions;
        this.stretchDraw = stretchDraw;
    }

    /**
     * Draws the next numbers that no saved order has.
     *
     * @param reserved numbers to pass over: those of other orders of the same page
     * @return ascending; fewer than asked for where the series has no more
     */
    List<Long> draw(String companyId, String series, int count, Set<Long> reserved) {
        OptionalLong first = reserved.isEmpty()
                ? transactions.statement(jdbc -> stretchDraw.first(jdbc, companyId, series, count))
                : OptionalLong.empty();
        return first.isPresent()
                ? LongStream.range(first.getAsLong(), first.getAsLong() + count)
                        .boxed()
                        .toList()
                : transactions.call(jdbc -> drawOneByOne(new Series(jdbc, companyId, series), count, reserved));
    }

    private static List<Long> drawOneByOne(Series series, int count, Set<Long> reserved) {
        return series.range().map(range -> series.draw(range, count, reserved)).orElse(List.of());
    }

    /** A series within one transaction. */
    private record Series(JdbcClient jdbc, String companyId, String name) {

        Optional<Range> range() {
            return jdbc.sql("""
                    select greatest(first_number, coalesce(next_number, first_number)), last_number from number_series
                    where company_id = ? and number_series = ? for update""")
                    .params(companyId, name)
                    .query((row, number) -> new Range(row.getLong(1), row.getLong(2)))
                    .optional();
        }

        List<Long> draw(Range range, int count, Set<Long> reserved) {
            SeriesWalk.Drawn drawn = SeriesWalk.draw(range, count, (first, last) -> {
                Set<Long> inUse = taken(first, last);
                inUse.addAll(reserved);
                return inUse;
            });
            jdbc.sql("update number_series set next_number = ? where company_id = ? and number_series = ?")
                    .params(drawn.next(), companyId, name)
                    .update();
            return drawn.numbers();
        }

        private Set<Long> taken(long first, long last) {
            return new HashSet<>(jdbc.sql(
                            "select order_number from sales_order where company_id = ? and order_number between ? and ?")
                    .params(companyId, first, last)
                    .query(Long.class)
                    .list());
        }
    }
}
