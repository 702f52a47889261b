package io.ordermill.core.file;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.input.BrokenInputStream;
import org.springframework.util.unit.DataSize;

/** Makes files for the tests of this package. */
final class Files {

    /** 64 KiB of text, 5 elements of 4 KiB each, values of 1 KiB, 8 levels. */
    static final FileLimits SMALL = new FileLimits(
            DataSize.ofKilobytes(64), 5, DataSize.ofKilobytes(4), DataSize.ofKilobytes(1), DataSize.ofMegabytes(8), 8);

    static final FileLimits DEFAULTS = new FileLimits(
            DataSize.ofGigabytes(4),
            400_000,
            DataSize.ofMegabytes(8),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(8),
            32);

    private Files() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) {
        return gzip(utf8(text));
    }

    static byte[] gzip(byte[] text) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    static byte[] zstd(String text) {
        return zstd(utf8(text));
    }

    static byte[] zstd(byte[] text) {
        return Zstd.compress(text);
    }

    /** Streamed, as by the command line tool: a frame that does not tell its size. */
    static byte[] zstd(byte[] text, int level, int windowLog) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(compressed, level)) {
            if (windowLog > 0) {
                zstd.setLong(windowLog);
            }
            zstd.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Without its last bytes. */
    static byte[] cut(byte[] file, int count) {
        return Arrays.copyOf(file, file.length - count);
    }

    /** With one byte changed, counted from the end. */
    static byte[] changed(byte[] file, int fromEnd) {
        byte[] changed = file.clone();
        changed[file.length - fromEnd] ^= 0x55;
        return changed;
    }

    /** Gives one byte at a time, as a slow store may. */
    static InputStream dripping(byte[] file) {
        return new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }

    /** Breaks after these bytes, as a store may. */
    static InputStream failing(byte[] bytes, Supplier<Throwable> failure) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new BrokenInputStream(failure));
    }
}
