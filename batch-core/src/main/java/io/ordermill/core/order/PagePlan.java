package io.ordermill.core.order;

import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.order.PageOutcome.SavedOrder;
import java.util.List;
import java.util.Map;

/**
 * What is to become of each item of a page.
 *
 * @param admitted in file order, as far as there are numbers for them
 * @param refused in file order
 * @param missingNumbers how many numbers are still to be drawn, by series; while there are any, the plan is only a step
 * @param itemsAdmitted database items of all pages up to and with this one
 */
record PagePlan(
        List<Numbered> admitted, List<RefusedItem> refused, Map<String, Integer> missingNumbers, long itemsAdmitted) {

    PagePlan {
        admitted = List.copyOf(admitted);
        refused = List.copyOf(refused);
        missingNumbers = Map.copyOf(missingNumbers);
    }

    boolean isComplete() {
        return missingNumbers.isEmpty();
    }

    PageOutcome outcome() {
        List<SavedOrder> saved = admitted.stream()
                .map(order -> new SavedOrder(order.item().judged().index(), order.number()))
                .toList();
        return new PageOutcome(saved, refused, itemsAdmitted);
    }

    /** An admitted order with the number it is to be saved under. */
    record Numbered(PreparedItem item, ValidOrder order, long number) {}
}
