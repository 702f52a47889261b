package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the bytes that went by, from a place on which moves forward. */
final class RecordingInput extends InputStream {

    static final int BLOCK_SIZE = 64 * 1_024;

    private final InputStream in;

    /** All full but for the last; never changed once read, so that others may keep what they need of them. */
    private final Deque<byte[]> blocks = new ArrayDeque<>();

    /** Of the first block, in the stream. */
    private long offset;

    private long size;

    RecordingInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        int count = in.read(target, start, length);
        int position = start;
        while (position < start + count) {
            position += record(target, position, start + count - position);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Forgets bytes before an offset that was read already. */
    void forgetBefore(long newOffset) {
        while (newOffset - offset >= BLOCK_SIZE) {
            blocks.remove();
            offset += BLOCK_SIZE;
        }
    }

    /** The bytes between two offsets that are not forgotten. */
    ItemBytes between(long start, long end) {
        return ItemBytes.ofBlocks(blocks).part(Math.toIntExact(start - offset), Math.toIntExact(end - offset));
    }

    /** Returns how many of the bytes found room in the last block. */
    private int record(byte[] bytes, int from, int most) {
        int used = (int) (size % BLOCK_SIZE);
        if (used == 0) {
            blocks.add(new byte[BLOCK_SIZE]);
        }
        int count = Math.min(most, BLOCK_SIZE - used);
        System.arraycopy(bytes, from, blocks.getLast(), used, count);
        size += count;
        return count;
    }
}
