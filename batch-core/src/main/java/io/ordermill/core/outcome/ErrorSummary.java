package io.ordermill.core.outcome;

import io.ordermill.core.order.ErrorCode;
import java.util.List;

/**
 * Errors by what they say.
 *
 * @param groups most frequent first, then in file order
 * @param hasMore true where there are rarer groups than these
 */
public record ErrorSummary(List<Group> groups, boolean hasMore) {

    public ErrorSummary {
        groups = List.copyOf(groups);
    }

    /**
     * Errors that say the same.
     *
     * @param count errors, of which one order may have several
     * @param firstItemIndex the first order that has one
     */
    public record Group(ErrorCode code, String message, int count, int firstItemIndex) {

        public ErrorKind kind() {
            return new ErrorKind(code, message);
        }
    }
}
