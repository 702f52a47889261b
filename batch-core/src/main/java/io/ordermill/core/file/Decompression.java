package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Undoes the compression of a file; which one it is, its first bytes say. Whatever is wrong with the compressed data down to
 * its last byte (damage, a missing end, a broken further member, anything behind it) is {@code CORRUPT_COMPRESSION}.
 */
final class Decompression extends InputStream {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private final String name;
    private final Opening opening;
    private InputStream decompressed = InputStream.nullInputStream();
    private boolean isOpen;

    private Decompression(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** Answers the stream itself where it is not compressed. */
    static InputStream of(InputStream stored, FileLimits limits) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stored, ZSTD.length);
        byte[] head = in.readNBytes(ZSTD.length);
        in.unread(head);
        if (isMagic(GZIP, head)) {
            // The JDK's own stream ignores junk behind a member and loses members at buffer ends.
            return new Decompression("gzip", () -> GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get());
        }
        if (isMagic(ZSTD, head)) {
            return new Decompression(
                    "zstd", () -> new ZstdFrames(in, limits.maxZstdWindow().toBytes()));
        }
        return in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (!isOpen) {
                decompressed = opening.open();
                isOpen = true;
            }
            return decompressed.read(target, offset, length);
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFileException(
                    FileProblem.Kind.CORRUPT_COMPRESSION,
                    "The %s data is damaged, ends too early, or is followed by other bytes.".formatted(name),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        decompressed.close();
    }

    /** A file cut off within its magic number is a cut-off compressed file. */
    private static boolean isMagic(byte[] magic, byte[] head) {
        for (int i = 0; i < Math.min(magic.length, head.length); i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return head.length > 0;
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }
}
