package io.ordermill.core.outcome;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderSummary;
import java.util.List;
import org.springframework.stereotype.Component;

/** The orders of an operation that need nothing more to be done, in file order: saved, or by a dry run found fit to be. */
@Component
public class SucceededOrders {

    private final OrderStore orders;
    private final OrderPageRehearsal rehearsal;

    SucceededOrders(OrderStore orders, OrderPageRehearsal rehearsal) {
        this.orders = orders;
        this.rehearsal = rehearsal;
    }

    /**
     * A page of them in short.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    public List<OrderSummary> summaries(Operation operation, int afterIndex, int limit) {
        if (isAllHeldBack(operation)) {
            return List.of();
        }
        return operation.options().dryRun()
                ? rehearsal.summaries(operation.operationId(), afterIndex, limit)
                : orders.summaries(operation.operationId(), afterIndex, limit);
    }

    /** Only their indexes, ascending. */
    List<Integer> indexes(Operation operation, int afterIndex, int limit) {
        if (operation.options().dryRun()) {
            return summaries(operation, afterIndex, limit).stream()
                    .map(OrderSummary::itemIndex)
                    .toList();
        }
        return orders.savedIndexes(operation.operationId(), afterIndex, limit);
    }

    /** What an atomic import holds back for the sake of another order has not succeeded. */
    private static boolean isAllHeldBack(Operation operation) {
        return operation.progress().heldItems() > 0;
    }
}
