package io.ordermill.core.order;

import org.jspecify.annotations.Nullable;

/** What the store may hold against an order, as given. */
public record OrderKeys(
        @Nullable Long orderNumber, @Nullable String externalOrderId) {

    public static OrderKeys of(SalesOrder order) {
        String externalId = order.externalOrderId();
        return new OrderKeys(order.orderNumber(), externalId == null || externalId.isEmpty() ? null : externalId);
    }
}
