package io.ordermill.api.submit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.commons.io.output.ProxyOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** An upload on its way: in memory while it is small, then in a temporary file that is deleted in any case. */
final class Spool implements AutoCloseable {

    static final String SUFFIX = ".upload";

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int BUFFER_SIZE = 16 * 1024;

    private final DataSize maxSize;
    private final Path directory;
    private final DeferredFileOutputStream bytes;
    private long size;

    Spool(UploadSettings settings, Path directory, String prefix) {
        this.maxSize = settings.maxSize();
        this.directory = directory;
        this.bytes = DeferredFileOutputStream.builder()
                .setThreshold(Math.toIntExact(settings.memoryThreshold().toBytes()))
                .setDirectory(directory)
                .setPrefix(prefix)
                .setSuffix(SUFFIX)
                .get();
    }

    /** Takes a stream to its end. */
    void fill(InputStream source) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        try (OutputStream out = output()) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                if (size + read > maxSize.toBytes()) {
                    throw Refusals.tooLarge(maxSize);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** What is written there is taken; all of it is there when that is closed. */
    OutputStream output() {
        return new ProxyOutputStream(bytes) {
            @Override
            protected void afterWrite(int count) {
                size += count;
            }

            @Override
            protected void handleIOException(IOException full) {
                LOG.error("Uploads are refused: {} takes no more; see to its space and permissions", directory, full);
                throw Refusals.noSpace();
            }
        };
    }

    long size() {
        return size;
    }

    /** Reads from the beginning what was taken. */
    InputStream open() throws IOException {
        return bytes.toInputStream();
    }

    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            File file = bytes.getFile();
            if (file != null) {
                Files.deleteIfExists(file.toPath());
            }
        }
    }
}
