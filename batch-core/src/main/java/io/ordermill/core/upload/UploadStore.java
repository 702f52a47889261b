package io.ordermill.core.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Keeps uploads: immutable bytes in chunks of at most 1 MiB. */
public interface UploadStore {

    /** Stores a stream to its end, in the caller's transaction. */
    Upload store(InputStream bytes) throws IOException;

    Optional<Upload> find(UUID uploadId);

    /**
     * Opens the stored bytes. Each chunk is fetched with a short query of its own when it is needed, so a slow reader holds
     * no transaction. A read throws an {@link UploadChangedException} where a chunk is missing or not as it was received,
     * and an {@link UploadDeletedException} where all of them have been deleted.
     */
    InputStream open(UUID uploadId);

    /** False where there is no such upload, or its bytes have been deleted. */
    boolean hasContent(UUID uploadId);
}
