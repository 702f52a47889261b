package io.ordermill.core.outcome;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An order's text without the members that a results file adds, so that adding them anew makes no duplicates. Every other
 * member is kept byte for byte.
 */
final class ResubmittableJson {

    private static final Set<String> ADDED = Set.of("itemIndex", "errors");

    private ResubmittableJson() {}

    /**
     * Strips a JSON object.
     *
     * @param object UTF-8; returned as it is where it has no such member
     */
    static byte[] of(byte[] object) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(object.length);
        boolean stripped = false;
        try (JsonParser parser = ReceivedJson.parser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean added = ADDED.contains(parser.currentName());
                int start = (int) parser.currentTokenLocation().getByteOffset();
                int end = skipValue(parser);
                stripped |= added;
                if (!added) {
                    kept.write(kept.size() == 0 ? '{' : ',');
                    kept.write(object, start, end - start);
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

    private static byte[] closed(ByteArrayOutputStream members) {
        if (members.size() == 0) {
            members.write('{');
        }
        members.write('}');
        return members.toByteArray();
    }
}
