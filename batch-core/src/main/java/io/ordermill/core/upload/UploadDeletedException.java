package io.ordermill.core.upload;

import java.util.UUID;

/** The bytes have been deleted since, as they are after a time; what is known of them is still there. */
public class UploadDeletedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadDeletedException(UUID uploadId) {
        super("the bytes of upload " + uploadId + " have been deleted");
    }
}
