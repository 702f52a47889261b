package io.ordermill.core.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads for tests of other packages. */
public final class TestUploads {

    private TestUploads() {}

    public static UploadStore store(JdbcClient jdbc) {
        return new JdbcUploadStore(jdbc, Clock.systemUTC());
    }

    public static UUID stored(UploadStore store, byte[] bytes) {
        try {
            return store.store(new ByteArrayInputStream(bytes)).uploadId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
