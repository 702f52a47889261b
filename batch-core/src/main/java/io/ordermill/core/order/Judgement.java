package io.ordermill.core.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say of one item of a file. */
public sealed interface Judgement {

    /** Nothing wrong that can be seen without the store. */
    record Accepted(ValidOrder order) implements Judgement {}

    /**
     * At least one error.
     *
     * @param keys so that the store can add what it knows (a number taken); null for an item that was no object. Not the
     *     whole order, for it need not be kept in memory any longer
     * @param errors never empty, at most {@link OrderError#MAX_PER_ORDER}
     */
    record Refused(@Nullable OrderKeys keys, List<OrderError> errors) implements Judgement {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
