package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Remembers the bytes that went by, from a place on which moves forward. */
final class RecordingInput extends InputStream {

    private static final int INITIAL_SIZE = 64 * 1_024;

    private final InputStream in;
    private byte[] recorded = new byte[INITIAL_SIZE];

    /** Of the first byte still remembered, in the stream and in the array. */
    private long offset;

    private int from;
    private int to;

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
        if (count > 0) {
            makeRoom(count);
            System.arraycopy(target, start, recorded, to, count);
            to += count;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Forgets all bytes before an offset that was read already. */
    void forgetBefore(long newOffset) {
        from += Math.toIntExact(newOffset - offset);
        offset = newOffset;
    }

    /** A copy of the bytes between two offsets. */
    byte[] copy(long start, long end) {
        int first = from + Math.toIntExact(start - offset);
        return Arrays.copyOfRange(recorded, first, first + Math.toIntExact(end - start));
    }

    private void makeRoom(int count) {
        if (to + count <= recorded.length) {
            return;
        }
        int kept = to - from;
        byte[] target = isFit(kept + count) ? recorded : new byte[spacious(kept + count)];
        System.arraycopy(recorded, from, target, 0, kept);
        recorded = target;
        from = 0;
        to = kept;
    }

    // Not so full that everything would be moved again and again, not so large that one long element costs memory for
    // ever.
    private boolean isFit(int needed) {
        return spacious(needed) <= recorded.length && recorded.length <= 4 * spacious(needed);
    }

    private static int spacious(int needed) {
        return Math.max(INITIAL_SIZE, needed + needed / 4);
    }
}
