package io.ordermill.core.order;

import io.ordermill.core.order.PostingCycles.Free;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store as it would be, had the operation's orders that were rehearsed so far been saved. Series and posting cycles have
 * a second pointer for each operation, which moves in place of their own, in the transaction of the page.
 */
@Repository
class RehearsedPageSource implements PageSource {

    private final JdbcClient jdbc;
    private final TakenKeys takenKeys;
    private final RehearsedOrders orders;

    RehearsedPageSource(JdbcClient jdbc, TakenKeys takenKeys, RehearsedOrders orders) {
        this.jdbc = jdbc;
        this.takenKeys = takenKeys;
        this.orders = orders;
    }

    @Override
    public TakenKeys.Taken taken(PageContext context, TakenKeys.Asked asked) {
        return takenKeys.find(context.companyId(), asked).and(orders.taken(operation(context), asked));
    }

    @Override
    public List<Long> drawNumbers(PageContext context, String series, int count, Set<Long> reserved) {
        Optional<SeriesWalk.Range> range = range(context, series);
        if (range.isEmpty()) {
            return List.of();
        }
        SeriesWalk.Drawn drawn = SeriesWalk.draw(range.get(), count, (first, last) -> {
            Set<Long> inUse = numbersInUse(context, first, last);
            inUse.addAll(reserved);
            return inUse;
        });
        moveSeries(operation(context), series, drawn.next());
        return drawn.numbers();
    }

    private Optional<SeriesWalk.Range> range(PageContext context, String series) {
        return jdbc.sql("""
                select greatest(first_number, coalesce(series.next_number, first_number),
                    coalesce(rehearsed.next_number, first_number)), last_number
                from number_series series
                left join rehearsed_series rehearsed
                  on rehearsed.number_series = series.number_series and rehearsed.operation_id = ?
                where series.company_id = ? and series.number_series = ?""")
                .params(operation(context), context.companyId(), series)
                .query((row, number) -> new SeriesWalk.Range(row.getLong(1), row.getLong(2)))
                .optional();
    }

    private Set<Long> numbersInUse(PageContext context, long first, long last) {
        return new HashSet<>(jdbc.sql("""
                select order_number from sales_order where company_id = ? and order_number between ? and ?
                union
                select order_number from rehearsed_order where operation_id = ? and order_number between ? and ?""")
                .params(context.companyId(), first, last, operation(context), first, last)
                .query(Long.class)
                .list());
    }

    private void moveSeries(UUID operationId, String series, long next) {
        int moved = jdbc.sql("update rehearsed_series set next_number = ? where operation_id = ? and number_series = ?")
                .params(next, operationId, series)
                .update();
        if (moved == 0) {
            jdbc.sql("insert into rehearsed_series (operation_id, number_series, next_number) values (?, ?, ?)")
                    .params(operationId, series, next)
                    .update();
        }
    }

    @Override
    public PostingCycles.Stock postingCycles(PageContext context) {
        return PostingCycles.stock(cycleRanges(context));
    }

    @Override
    public OptionalLong takePostingCycle(PageContext context) {
        Optional<Free> free = PostingCycles.lowestFree(cycleRanges(context));
        free.ifPresent(found -> moveCycles(operation(context), found.range().first(), found.cycle() + 1));
        return free.map(found -> OptionalLong.of(found.cycle())).orElse(OptionalLong.empty());
    }

    private List<PostingCycles.Range> cycleRanges(PageContext context) {
        return jdbc.sql("""
                select cycle.first_cycle, greatest(coalesce(cycle.next_cycle, cycle.first_cycle),
                    coalesce(rehearsed.next_cycle, cycle.first_cycle)), last_cycle
                from posting_cycle cycle
                left join rehearsed_cycle rehearsed
                  on rehearsed.first_cycle = cycle.first_cycle and rehearsed.operation_id = ?
                where cycle.company_id = ? order by cycle.first_cycle""")
                .params(operation(context), context.companyId())
                .query((row, number) -> new PostingCycles.Range(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private void moveCycles(UUID operationId, long firstCycle, long next) {
        int moved = jdbc.sql("update rehearsed_cycle set next_cycle = ? where operation_id = ? and first_cycle = ?")
                .params(next, operationId, firstCycle)
                .update();
        if (moved == 0) {
            jdbc.sql("insert into rehearsed_cycle (operation_id, first_cycle, next_cycle) values (?, ?, ?)")
                    .params(operationId, firstCycle, next)
                    .update();
        }
    }

    void forget(UUID operationId) {
        for (String table : List.of("rehearsed_series", "rehearsed_cycle")) {
            jdbc.sql("delete from " + table + " where operation_id = ?")
                    .param(operationId)
                    .update();
        }
    }

    private static UUID operation(PageContext context) {
        return Objects.requireNonNull(context.operationId(), "only an operation can be rehearsed");
    }
}
