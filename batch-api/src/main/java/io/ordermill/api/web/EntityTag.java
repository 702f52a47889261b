package io.ordermill.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/**
 * What tells one answer from another (RFC 9110, 8.8.3): a digest of its bytes.
 *
 * @param value without quotes
 */
public record EntityTag(String value) {

    public static EntityTag of(byte[] body) {
        return new EntityTag(DigestUtils.md5DigestAsHex(body));
    }

    /** For answers that are sent byte by byte as they are. */
    public String strong() {
        return '"' + value + '"';
    }

    /** For answers that may be compressed on the way. */
    public String weak() {
        return "W/" + strong();
    }

    /**
     * Whether the caller has this answer already. Spring's own check passes over {@code *} on reading, which by RFC 9110,
     * 13.1.2, matches whatever there is.
     */
    public boolean isKnownBy(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        return given.stream().anyMatch(header -> header.strip().equals("*"))
                || given.stream().flatMap(header -> ETag.parse(header).stream()).anyMatch(tag -> tag.tag()
                        .equals(value));
    }

    /** Answers with JSON, or with 304 where the caller has it. */
    public static ResponseEntity<byte[]> answer(HttpServletRequest request, byte[] json) {
        EntityTag tag = of(json);
        boolean known = tag.isKnownBy(request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag.weak());
        return known
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
