package io.ordermill.core.reference;

import java.util.List;
import java.util.Locale;

/**
 * One member of a kind of reference data.
 *
 * @param allowed the permitted texts; empty for any
 */
public record ReferenceMember(String name, Type type, boolean isKey, boolean isRequired, List<String> allowed) {

    public enum Type {
        /** At most 255 characters, keys 64. */
        TEXT,
        /** A whole number of at most 15 digits. */
        WHOLE,
        /** A decimal of at most 12 digits before and 6 after the point. */
        DECIMAL,
        /** True where not given. */
        FLAG
    }

    static ReferenceMember key(String name) {
        return new ReferenceMember(name, Type.TEXT, true, true, List.of());
    }

    static ReferenceMember wholeKey(String name) {
        return new ReferenceMember(name, Type.WHOLE, true, true, List.of());
    }

    static ReferenceMember text(String name) {
        return new ReferenceMember(name, Type.TEXT, false, false, List.of());
    }

    static ReferenceMember whole(String name) {
        return new ReferenceMember(name, Type.WHOLE, false, false, List.of());
    }

    static ReferenceMember number(String name) {
        return new ReferenceMember(name, Type.DECIMAL, false, false, List.of());
    }

    static ReferenceMember flag(String name) {
        return new ReferenceMember(name, Type.FLAG, false, false, List.of());
    }

    ReferenceMember required() {
        return new ReferenceMember(name, type, isKey, true, allowed);
    }

    ReferenceMember oneOf(String... values) {
        return new ReferenceMember(name, type, isKey, isRequired, List.of(values));
    }

    String column() {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
