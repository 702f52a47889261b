package io.ordermill.core.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven analysis dimensions {@code dim1} … {@code dim7} as given.
 *
 * @param slots always seven; null where the member was not given
 */
public record Dimensions(List<@Nullable Dimension> slots) {

    public static final int COUNT = 7;

    public Dimensions {
        if (slots.size() != COUNT) {
            throw new IllegalArgumentException("expected " + COUNT + " dimensions, got " + slots.size());
        }
        slots = Collections.unmodifiableList(new ArrayList<>(slots));
    }

    /**
     * The value of a dimension, null where it was not given or is empty.
     *
     * @param number 1 … 7
     */
    public @Nullable String value(int number) {
        Dimension dimension = slots.get(number - 1);
        if (dimension == null
                || dimension.dimValue() == null
                || dimension.dimValue().isEmpty()) {
            return null;
        }
        return dimension.dimValue();
    }
}
