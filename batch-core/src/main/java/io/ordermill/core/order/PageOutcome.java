package io.ordermill.core.order;

import java.util.List;

/**
 * What became of one page.
 *
 * @param saved in file order
 * @param refused in file order
 * @param itemsAdmitted database items of all pages up to and with this one
 */
public record PageOutcome(List<SavedOrder> saved, List<RefusedItem> refused, long itemsAdmitted) {

    public record SavedOrder(int index, long orderNumber) {}

    public record RefusedItem(JudgedItem item, List<OrderError> errors) {}
}
