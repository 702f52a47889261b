package io.ordermill.api.submit;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived whole.
 *
 * @param fileName as the caller named it, for display only
 */
record ReceivedFile(Spool spool, @Nullable String fileName) implements AutoCloseable {

    long size() {
        return spool.size();
    }

    InputStream open() throws IOException {
        return spool.open();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
