package io.ordermill.core.outcome;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderSummary;
import java.util.List;
import org.springframework.stereotype.Component;

/** The orders of an operation that need nothing more to be done, in file order. */
@Component
public class SucceededOrders {

    private final OrderStore orders;

    SucceededOrders(OrderStore orders) {
        this.orders = orders;
    }

    /**
     * A page of them in short.
     *
     * @param afterIndex only items after this index; −1 for the first
     */
    public List<OrderSummary> summaries(Operation operation, int afterIndex, int limit) {
        return orders.summaries(operation.operationId(), afterIndex, limit);
    }

    /** Only their indexes, ascending. */
    List<Integer> indexes(Operation operation, int afterIndex, int limit) {
        return orders.savedIndexes(operation.operationId(), afterIndex, limit);
    }
}
