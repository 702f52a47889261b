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
     * @param draft the draft, so that the store can add what it knows (a number taken); null for an item that was no object
     * @param errors never empty, at most {@link OrderError#MAX_PER_ORDER}
     */
    record Refused(@Nullable DraftOrder draft, List<OrderError> errors) implements Judgement {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
