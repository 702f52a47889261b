package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes as stored. A failure of the store leaves as {@link UncheckedIOException}, past decompression and parser, which
 * take every IOException for a fault of the data: a database that does not answer must not make a file corrupt.
 */
final class StoreInput extends InputStream {

    private final InputStream in;

    StoreInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
