package io.ordermill.core.order;

import java.util.List;

/**
 * One element of a file, parsed but not yet judged.
 *
 * @param order what could be read; a member whose value was unusable is null here and has an error
 * @param lineCount detail lines in the text, also those that could not be read or were too many to keep
 * @param syntaxErrors what is wrong with single values and members; empty for a clean text
 */
public record DraftOrder(SalesOrder order, int lineCount, List<OrderError> syntaxErrors) {

    public DraftOrder {
        syntaxErrors = List.copyOf(syntaxErrors);
    }
}
