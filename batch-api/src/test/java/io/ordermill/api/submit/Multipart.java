package io.ordermill.api.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A hand-written form: what stands on the wire is what the test says. */
final class Multipart {

    static final String BOUNDARY = "----seven";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The seed's own shape: a file whose name is left empty. */
    static byte[] file(String content) {
        return new Multipart()
                .part("Content-Disposition: form-data; name=\"\"; filename=\"orders.json\"", content)
                .end();
    }

    Multipart part(String headers, String content) {
        return part(headers, content.getBytes(UTF_8));
    }

    /** Adds a part; several headers are separated by CRLF. */
    Multipart part(String headers, byte[] content) {
        text("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n");
        bytes.writeBytes(content);
        return text("\r\n");
    }

    Multipart text(String raw) {
        bytes.writeBytes(raw.getBytes(UTF_8));
        return this;
    }

    byte[] end() {
        return text("--" + BOUNDARY + "--\r\n").bytes.toByteArray();
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }
}
