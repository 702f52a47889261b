package io.ordermill.api.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a file comes, by the request's content type. */
sealed interface UploadBody {

    List<MediaType> RAW_TYPES = List.of(
            MediaType.APPLICATION_JSON, new MediaType("application", "gzip"), new MediaType("application", "zstd"));

    /** As the one file part of a form. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the multipart reader, never compared
    record Multipart(byte[] boundary) implements UploadBody {}

    /** As the body itself. */
    record Raw() implements UploadBody {}

    static UploadBody of(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType == null && isAbsent(request)) {
            throw Refusals.fileNotPresent();
        }
        MediaType type = parse(contentType);
        if (type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)) {
            return new Multipart(boundary(type));
        }
        if (RAW_TYPES.stream().noneMatch(type::equalsTypeAndSubtype)) {
            throw Refusals.unsupportedType();
        }
        if (isAbsent(request)) {
            throw Refusals.invalid("The body is empty.");
        }
        return new Raw();
    }

    /** True where the request has no body at all. */
    static boolean isAbsent(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null);
    }

    private static MediaType parse(@Nullable String contentType) {
        try {
            return MediaType.parseMediaType(String.valueOf(contentType));
        } catch (InvalidMediaTypeException unknown) {
            // Some write an empty boundary where they mean none.
            boolean form = String.valueOf(contentType)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
            throw form ? Refusals.fileNotPresent() : Refusals.unsupportedType();
        }
    }

    private static byte[] boundary(MediaType type) {
        String boundary = type.getParameter("boundary");
        if (boundary == null || boundary.replace("\"", "").isBlank()) {
            // Without a boundary there are no parts to find a file in.
            throw Refusals.fileNotPresent();
        }
        boolean quoted = boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"");
        String token = quoted ? boundary.substring(1, boundary.length() - 1) : boundary;
        return token.getBytes(StandardCharsets.ISO_8859_1);
    }
}
