package io.ordermill.core.order;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands out posting cycles, each once, in short transactions of their own. */
@Repository
class PostingCycles {

    private final JdbcClient jdbc;
    private final ShortTransactions transactions;

    PostingCycles(JdbcClient jdbc, ShortTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    enum Stock {
        /** The company uses no posting cycles. */
        UNUSED,
        LEFT,
        EXHAUSTED
    }

    /** Looks without taking. */
    Stock stock(String companyId) {
        return stock(ranges(jdbc, companyId));
    }

    static Stock stock(List<Range> ranges) {
        if (ranges.isEmpty()) {
            return Stock.UNUSED;
        }
        return lowestFree(ranges).isPresent() ? Stock.LEFT : Stock.EXHAUSTED;
    }

    /** Empty where none is left. */
    OptionalLong take(String companyId) {
        return transactions.call(own -> {
            Optional<Free> free = lowestFree(ranges(own, companyId));
            while (free.isPresent() && !take(own, companyId, free.get())) {
                free = lowestFree(ranges(own, companyId));
            }
            return free.map(found -> OptionalLong.of(found.cycle)).orElse(OptionalLong.empty());
        });
    }

    /** Returns false where somebody else took one from the same range meanwhile. */
    private static boolean take(JdbcClient jdbc, String companyId, Free free) {
        return jdbc.sql("""
                                update posting_cycle set next_cycle = ?
                                where company_id = ? and first_cycle = ? and coalesce(next_cycle, first_cycle) = ?""")
                        .params(free.cycle + 1, companyId, free.range.first, free.range.next)
                        .update()
                > 0;
    }

    /** A cycle that another, overlapping range has handed out is not free. */
    static Optional<Free> lowestFree(List<Range> ranges) {
        for (Range range : ranges) {
            long cycle = range.next;
            for (Range other : ranges) {
                if (other.first <= cycle && cycle < other.next) {
                    cycle = other.next;
                }
            }
            if (cycle <= range.last) {
                return Optional.of(new Free(range, cycle));
            }
        }
        return Optional.empty();
    }

    private static List<Range> ranges(JdbcClient jdbc, String companyId) {
        return jdbc.sql("""
                select first_cycle, coalesce(next_cycle, first_cycle), last_cycle from posting_cycle
                where company_id = ? order by first_cycle""")
                .param(companyId)
                .query((row, number) -> new Range(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    record Range(long first, long next, long last) {}

    record Free(Range range, long cycle) {}
}
