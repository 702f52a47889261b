package io.ordermill.core.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Makes something of one element of the array. */
@FunctionalInterface
public interface ItemParser<T extends @Nullable Object> {

    /**
     * Parses one element.
     *
     * @param parser stands on the element's first token and must stand on its last one afterwards
     */
    T parse(JsonParser parser);
}
