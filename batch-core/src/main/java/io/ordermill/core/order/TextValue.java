package io.ordermill.core.order;

import org.jspecify.annotations.Nullable;

/** What a text member may hold. */
final class TextValue {

    private static final char REPLACEMENT = '\uFFFD';

    private TextValue() {}

    /** Null where the text is fine. */
    static @Nullable ErrorCode problem(String text, int maxCharacters) {
        if (isLongerThan(text, maxCharacters)) {
            return ErrorCode.TOO_LONG;
        }
        return isStorable(text) ? null : ErrorCode.INVALID_TEXT;
    }

    /** Characters are code points: an emoji counts once. */
    static boolean isLongerThan(String text, int maxCharacters) {
        return text.length() > maxCharacters && text.codePointCount(0, text.length()) > maxCharacters;
    }

    /** PostgreSQL refuses U+0000 and turns a lone surrogate into a question mark. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && isUnstorable(text.codePointAt(i++)))) {
                return false;
            }
        }
        return true;
    }

    /** The text with everything replaced that could not be stored or shown; for error messages. */
    static String printable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isUnstorable(c) ? REPLACEMENT : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
