package io.ordermill.api.console.errors;

import io.ordermill.core.outcome.ReceivedJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Lays JSON out in lines, each member's line knowing the JSON Pointer (RFC 6901) of its value. */
final class JsonLines {

    private final JsonParser parser;
    private final List<JsonLine> lines = new ArrayList<>();

    private JsonLines(JsonParser parser) {
        this.parser = parser;
    }

    /** @param json a value as it was uploaded (UTF-8) */
    static List<JsonLine> of(byte[] json) {
        try (JsonParser parser = ReceivedJson.parser(json)) {
            JsonLines layout = new JsonLines(parser);
            parser.nextToken();
            layout.value(0, "", null);
            return List.copyOf(layout.lines);
        }
    }

    private void value(int depth, String pointer, @Nullable String name) {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> object(depth, pointer, name);
            case START_ARRAY -> array(depth, pointer, name);
            case VALUE_STRING -> add(depth, pointer, name, QuotedText.of(parser.getString()));
            default -> add(depth, pointer, name, QuotedText.unquoted(parser.getString()));
        }
    }

    private void object(int depth, String pointer, @Nullable String name) {
        int start = open("{", depth, pointer, name);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            separate(start);
            String member = parser.currentName();
            parser.nextToken();
            value(depth + 1, pointer + "/" + member.replace("~", "~0").replace("/", "~1"), member);
        }
        close("}", start);
    }

    private void array(int depth, String pointer, @Nullable String name) {
        int start = open("[", depth, pointer, name);
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            separate(start);
            value(depth + 1, pointer + "/" + index, null);
        }
        close("]", start);
    }

    private int open(String bracket, int depth, String pointer, @Nullable String name) {
        add(depth, pointer, name, QuotedText.unquoted(bracket));
        return lines.size() - 1;
    }

    /** An empty one is closed on the line that opens it. */
    private void close(String bracket, int start) {
        JsonLine opening = lines.get(start);
        if (start == lines.size() - 1) {
            lines.set(
                    start,
                    new JsonLine(
                            opening.number(),
                            opening.depth(),
                            opening.pointer(),
                            opening.name(),
                            opening.value() + bracket,
                            null,
                            false));
        } else {
            lines.add(new JsonLine(lines.size() + 1, opening.depth(), null, null, bracket, null, false));
        }
    }

    /** A comma behind the value before, if there is one since the line that opened. */
    private void separate(int start) {
        int last = lines.size() - 1;
        if (last > start) {
            lines.set(last, lines.get(last).withComma());
        }
    }

    private void add(int depth, String pointer, @Nullable String name, QuotedText value) {
        String quoted = name == null ? null : QuotedText.of(name).json();
        lines.add(new JsonLine(lines.size() + 1, depth, pointer, quoted, value.json(), value.cut(), false));
    }
}
