package io.ordermill.core.outcome;

import io.ordermill.core.order.OrderError;
import java.util.List;

/**
 * A refused item as stored.
 *
 * @param itemIndex 0-based position in the file
 * @param json the element as it was uploaded (UTF-8), but without top-level members {@code itemIndex} and {@code errors}
 * @param isObject false for an element that was no JSON object
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the caller, never compared
public record FailedItem(int itemIndex, byte[] json, boolean isObject, List<OrderError> errors) {

    public FailedItem {
        errors = List.copyOf(errors);
    }

    boolean has(ErrorKind kind) {
        return errors.stream().anyMatch(error -> ErrorKind.of(error).equals(kind));
    }
}
