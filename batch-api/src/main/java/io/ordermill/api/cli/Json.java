package io.ordermill.api.cli;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server says, as far as a command looks at it. Jackson's databind would do the same, and takes longer to load than
 * most commands to run.
 *
 * @param value a map, a list, a text, a {@link Numeral}, a truth value, or null, which also stands for what is not there
 */
record Json(@Nullable Object value) {

    /** As it was written. */
    record Numeral(String text) {}

    static final Json MISSING = new Json(null);

    static Json read(InputStream text) {
        return new Json(JsonText.read(text));
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isNumber() {
        return value instanceof Numeral;
    }

    Json member(String name) {
        return value instanceof Map<?, ?> members ? new Json(members.get(name)) : MISSING;
    }

    /** Empty where there is none. */
    String text(String member) {
        Object text = member(member).value;
        return text instanceof Numeral number ? number.text() : text == null ? "" : text.toString();
    }

    boolean flag(String member) {
        return Boolean.TRUE.equals(member(member).value);
    }

    /** 0 where there is none. */
    double number(String member) {
        return member(member).value instanceof Numeral number ? Double.parseDouble(number.text()) : 0;
    }

    List<Json> elements(String member) {
        return member(member).value instanceof List<?> elements
                ? elements.stream().<Json>map(Json::new).toList()
                : List.of();
    }

    /** On one line. */
    @Override
    public String toString() {
        return JsonText.of(value);
    }
}
