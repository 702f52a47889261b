package io.ordermill.api.operation;

import io.ordermill.api.web.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * Where the next page of a list begins. Also holds what the filters were, so that a page of another list is refused and not
 * passed off as the next one.
 *
 * @param before the last operation of the page before
 * @param from where the list ends, as of its first page: a window that ends «now» must not move while it is paged through
 */
public record ListCursor(UUID before, @Nullable Instant from) {

    private static final String SEPARATOR = "~";

    /**
     * Reads what {@link #position} gave.
     *
     * @param filters those of this call
     */
    public static ListCursor of(String cursor, String filters) {
        String[] parts = Cursor.decode(cursor).split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw Cursor.foreign();
        }
        ListCursor position = read(parts);
        if (!position.position(filters).equals(String.join(SEPARATOR, parts))) {
            throw Cursor.foreign();
        }
        return position;
    }

    private static ListCursor read(String[] parts) {
        try {
            return new ListCursor(UUID.fromString(parts[0]), parts[1].isEmpty() ? null : Instant.parse(parts[1]));
        } catch (IllegalArgumentException | DateTimeException altered) {
            throw Cursor.foreign();
        }
    }

    /** As text that {@link #of} reads again, with the same filters. */
    public String position(String filters) {
        String position = before + SEPARATOR + (from == null ? "" : from);
        byte[] sealed = (position + SEPARATOR + filters).getBytes(StandardCharsets.UTF_8);
        return position + SEPARATOR + DigestUtils.md5DigestAsHex(sealed);
    }
}
