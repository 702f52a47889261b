package io.ordermill.api.console.errors;

import io.ordermill.api.web.Cursor;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.outcome.ErrorKind;
import io.ordermill.core.outcome.ErrorSummary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Errors that say the same, as a row.
 *
 * @param key names the group in addresses; messages may hold what addresses may not
 */
record ErrorGroup(ErrorSummary.Group group, String key) {

    static ErrorGroup of(ErrorSummary.Group group) {
        return new ErrorGroup(group, key(group.kind()));
    }

    static String key(ErrorKind kind) {
        return Cursor.encode(kind.code() + " " + kind.message());
    }

    /** Null where the address names no group. */
    static @Nullable ErrorKind named(QueryParameters query) {
        String key = query.text("group");
        return key == null ? null : kind(key);
    }

    private static ErrorKind kind(String key) {
        String[] parts = Cursor.decode(key).split(" ", 2);
        return Arrays.stream(ErrorCode.values())
                .filter(code -> parts.length == 2 && code.name().equals(parts[0]))
                .map(code -> new ErrorKind(code, parts[1]))
                .findFirst()
                .orElseThrow(Cursor::foreign);
    }
}
