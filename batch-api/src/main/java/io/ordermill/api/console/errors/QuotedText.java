package io.ordermill.api.console.errors;

import org.jspecify.annotations.Nullable;

/**
 * A text as JSON, so that whatever is in it can be seen: control characters, halves of characters, and characters that have no
 * width or turn the direction of writing around are written as escapes.
 *
 * @param json quoted, of a long text its beginning
 * @param cut what has been left out; null where nothing has
 */
record QuotedText(String json, @Nullable String cut) {

    private static final int LONGEST = 500;

    static QuotedText of(String text) {
        String shown = beginning(text);
        StringBuilder json = new StringBuilder("\"");
        shown.codePoints().forEach(character -> append(character, json));
        return new QuotedText(json.append('"').toString(), cut(text, shown));
    }

    /** Of a number or another text that is to stand without quotes. */
    static QuotedText unquoted(String text) {
        String shown = beginning(text);
        return new QuotedText(shown, cut(text, shown));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static @Nullable String cut(String text, String shown) {
        int left = text.codePointCount(shown.length(), text.length());
        return left == 0 ? null : "and %,d more characters".formatted(left);
    }

    private static void append(int character, StringBuilder json) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (isSeen(character)) {
                    json.appendCodePoint(character);
                } else {
                    for (char unit : Character.toChars(character)) {
                        json.append("\\u%04x".formatted((int) unit));
                    }
                }
            }
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
