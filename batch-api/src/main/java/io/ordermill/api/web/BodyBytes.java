package io.ordermill.api.web;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.util.unit.DataSize;

/** Reads a whole body of moderate size. */
public final class BodyBytes {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BodyBytes() {}

    /** The body, or 413 where it is larger than it may be. */
    public static byte[] read(HttpServletRequest request, DataSize maxSize) {
        int limit = Math.toIntExact(maxSize.toBytes());
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(maxSize);
        }
        byte[] bytes = readUpTo(request, limit);
        if (bytes.length > limit) {
            throw tooLarge(maxSize);
        }
        return bytes;
    }

    /** UTF-8 as text, without a byte order mark; 400 where it is not UTF-8. */
    public static String text(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException invalid) {
            throw new ProblemException(ProblemCode.MALFORMED_BODY, "The body is not valid UTF-8.");
        }
    }

    private static byte[] readUpTo(HttpServletRequest request, int limit) {
        try {
            return request.getInputStream().readNBytes(limit + 1);
        } catch (IOException brokenOff) {
            throw new ProblemException(ProblemCode.MALFORMED_BODY, "The body broke off before its end.");
        }
    }

    private static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE,
                "The body is larger than the maximum allowed size of " + limit.toBytes() + " bytes.");
    }
}
