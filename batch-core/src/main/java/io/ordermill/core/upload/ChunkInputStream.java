package io.ordermill.core.upload;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Numbered chunks as one stream: holds one chunk, and fetches the next when the reader has used it up. */
final class ChunkInputStream extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = {};
    private int position;
    private int nextNumber;
    private boolean ended;

    /**
     * A stream over chunks.
     *
     * @param chunks the chunk of a number from 0; empty after the last, and not asked again then
     */
    ChunkInputStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : chunk[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    private boolean isAtEnd() {
        while (position == chunk.length && !ended) {
            Optional<byte[]> next = chunks.apply(nextNumber++);
            ended = next.isEmpty();
            chunk = next.orElse(chunk);
            position = ended ? chunk.length : 0;
        }
        return ended;
    }
}
