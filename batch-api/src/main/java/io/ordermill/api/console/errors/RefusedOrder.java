package io.ordermill.api.console.errors;

import io.ordermill.api.results.IdentifyingMembers;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.outcome.ErrorKind;
import io.ordermill.core.outcome.FailedItem;
import java.util.List;

/**
 * A refused order as a row.
 *
 * @param pointers where it has errors of the group
 * @param otherErrors how many others it has
 */
record RefusedOrder(int itemIndex, IdentifyingMembers members, List<String> pointers, int otherErrors) {

    static RefusedOrder of(FailedItem item, ErrorKind kind) {
        List<String> pointers = item.errors().stream()
                .filter(error -> ErrorKind.of(error).equals(kind))
                .map(OrderError::pointer)
                .toList();
        IdentifyingMembers members = item.isObject() ? IdentifyingMembers.of(item.json()) : IdentifyingMembers.NONE;
        return new RefusedOrder(
                item.itemIndex(), members, pointers, item.errors().size() - pointers.size());
    }
}
