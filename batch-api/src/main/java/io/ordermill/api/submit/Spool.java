package io.ordermill.api.submit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.commons.io.output.ProxyOutputStream;
import org.springframework.util.unit.DataSize;

/** An upload on its way: in memory while it is small, then in a temporary file that is deleted in any case. */
final class Spool implements AutoCloseable {

    private static final int BUFFER_SIZE = 16 * 1024;

    private final DataSize maxSize;
    private final DeferredFileOutputStream bytes;
    private long size;

    Spool(UploadSettings settings) throws IOException {
        this.maxSize = settings.maxSize();
        DeferredFileOutputStream.Builder builder = DeferredFileOutputStream.builder()
                .setThreshold(Math.toIntExact(settings.memoryThreshold().toBytes()))
                .setPrefix("ordermill-")
                .setSuffix(".upload");
        this.bytes =
                (settings.spoolDirectory() == null ? builder : builder.setDirectory(settings.spoolDirectory())).get();
    }

    /** Takes a stream to its end. */
    void fill(InputStream source) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
            size += read;
            if (size > maxSize.toBytes()) {
                throw Refusals.tooLarge(maxSize);
            }
            bytes.write(buffer, 0, read);
        }
        bytes.close();
    }

    /** What is written there is taken; all of it is there when that is closed. */
    OutputStream output() {
        return new ProxyOutputStream(bytes) {
            @Override
            protected void afterWrite(int count) {
                size += count;
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
        bytes.close();
        File file = bytes.getFile();
        if (file != null) {
            Files.deleteIfExists(file.toPath());
        }
    }
}
