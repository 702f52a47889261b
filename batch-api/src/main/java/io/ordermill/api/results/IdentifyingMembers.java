package io.ordermill.api.results;

import io.ordermill.core.order.OrderError;
import io.ordermill.core.outcome.ReceivedJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What tells a person which order it is, as text, shortened where it is longer than any such member may be; null where it is
 * not given or no text or number.
 */
public record IdentifyingMembers(
        @Nullable String externalOrderId,
        @Nullable String orderNumber,
        @Nullable String customerId) {

    public static final IdentifyingMembers NONE = new IdentifyingMembers(null, null, null);

    private static final Set<String> NAMES = Set.of("externalOrderId", "orderNumber", "customerId");

    /**
     * Looks into an order.
     *
     * @param object a JSON object (UTF-8); of a member that stands twice, the first counts
     */
    public static IdentifyingMembers of(byte[] object) {
        Map<String, String> found = new HashMap<>();
        try (JsonParser parser = ReceivedJson.parser(object)) {
            parser.nextToken();
            while (found.size() < NAMES.size() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (NAMES.contains(name) && (value == JsonToken.VALUE_STRING || value.isNumeric())) {
                    found.putIfAbsent(name, OrderError.excerpt(parser.getString()));
                }
                parser.skipChildren();
            }
        }
        return new IdentifyingMembers(found.get("externalOrderId"), found.get("orderNumber"), found.get("customerId"));
    }
}
