package io.ordermill.api.submit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one file of a {@code multipart/form-data} body in a single pass. Parts are told apart by their headers and never
 * by their name, which may be anything, empty or absent (seed 001, Sample Request).
 */
final class MultipartFile {

    private static final int MAX_PART_HEADERS = 16 * 1024;

    private final SpoolDirectory directory;
    private final MultipartInput parts;
    private @Nullable ReceivedFile file;
    private boolean hasOtherField;

    private MultipartFile(SpoolDirectory directory, MultipartInput parts) {
        this.directory = directory;
        this.parts = parts;
    }

    static ReceivedFile receive(InputStream body, byte[] boundary, SpoolDirectory directory) throws IOException {
        MultipartInput parts = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary)
                .setBufferSize(16 * 1024)
                .setMaxPartHeaderSize(MAX_PART_HEADERS)
                .get();
        parts.setHeaderCharset(StandardCharsets.UTF_8);
        return new MultipartFile(directory, parts).receive();
    }

    private ReceivedFile receive() throws IOException {
        boolean complete = false;
        try {
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                take(PartHeaders.parse(parts.readHeaders()));
            }
            if (file == null) {
                throw Refusals.fileNotPresent();
            }
            if (hasOtherField) {
                throw Refusals.invalid(
                        "The form has a field that is no file; parameters belong into the query string of the URL.");
            }
            complete = true;
            return file;
        } catch (FileUploadException malformed) {
            throw Refusals.invalid("The multipart content cannot be read to its end.");
        } finally {
            if (!complete && file != null) {
                file.close();
            }
        }
    }

    private void take(PartHeaders headers) throws IOException {
        if (!headers.isFile()) {
            hasOtherField = true;
            parts.discardBodyData();
            return;
        }
        Spool spool = directory.open();
        ReceivedFile received = new ReceivedFile(spool, headers.displayName());
        boolean kept = false;
        try {
            spool.fill(parts.newInputStream());
            kept = keep(received, headers);
        } finally {
            if (!kept) {
                received.close();
            }
        }
    }

    private boolean keep(ReceivedFile received, PartHeaders headers) {
        if (received.size() == 0) {
            if (headers.fileName() != null && headers.fileName().isEmpty()) {
                // What a browser sends for a form whose file field was left empty.
                return false;
            }
            throw Refusals.invalid("The file is empty.");
        }
        if (file != null) {
            throw Refusals.invalid("The form has more than one file; send each in a request of its own.");
        }
        file = received;
        return true;
    }
}
