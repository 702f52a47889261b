package io.ordermill.api.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins, as text that means something to this service only. */
public final class Cursor {

    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** Reverses {@link #encode}; anything else is the caller's error. */
    public static String decode(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException foreign) {
            throw foreign();
        }
    }

    /** The refusal of a cursor that this service did not give. */
    public static RuntimeException foreign() {
        return QueryParameters.invalid("The cursor is not one that this call has given.");
    }
}
