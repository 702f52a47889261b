package io.ordermill.core.validation;

import org.jspecify.annotations.Nullable;

/** An empty text means «not given» wherever a rule looks at it. */
final class Given {

    private Given() {}

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** The given text, else the default. */
    static @Nullable String or(@Nullable String value, @Nullable String byDefault) {
        return text(value) == null ? byDefault : value;
    }
}
