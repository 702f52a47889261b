package io.ordermill.core.upload;

import java.util.UUID;

/** The stored bytes are not those that were received. No IOException, which would count as damage of the file itself. */
public class UploadChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadChangedException(UUID uploadId, int chunkNumber) {
        super("chunk " + chunkNumber + " of upload " + uploadId + " is not the one that was stored");
    }
}
