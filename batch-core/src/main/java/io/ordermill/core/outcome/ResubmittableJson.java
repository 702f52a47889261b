package io.ordermill.core.outcome;

import io.ordermill.core.file.ItemBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An order's text without the members that a results file adds, so that adding them anew makes no duplicates. Every other
 * member is kept byte for byte.
 */
final class ResubmittableJson {

    private static final Set<String> ADDED = Set.of("itemIndex", "errors");

    private static final ItemBytes OPENING = ItemBytes.of(new byte[] {'{'});
    private static final ItemBytes SEPARATOR = ItemBytes.of(new byte[] {','});
    private static final ItemBytes CLOSING = ItemBytes.of(new byte[] {'}'});

    private ResubmittableJson() {}

    /**
     * Strips a JSON object.
     *
     * @param object UTF-8; returned as it is where it has no such member
     */
    static ItemBytes of(ItemBytes object) {
        List<ItemBytes> kept = new ArrayList<>();
        boolean stripped = false;
        try (JsonParser parser = ReceivedJson.parser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean added = ADDED.contains(parser.currentName());
                int start = (int) parser.currentTokenLocation().getByteOffset();
                int end = skipValue(parser);
                stripped |= added;
                if (!added) {
                    kept.add(kept.isEmpty() ? OPENING : SEPARATOR);
                    kept.add(object.part(start, end));
                }
            }
        }
        return stripped ? closed(kept) : object;
    }

    /** Returns the offset after the value. */
    private static int skipValue(JsonParser parser) {
        parser.nextToken();
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    private static ItemBytes closed(List<ItemBytes> members) {
        if (members.isEmpty()) {
            members.add(OPENING);
        }
        members.add(CLOSING);
        return ItemBytes.join(members);
    }
}
