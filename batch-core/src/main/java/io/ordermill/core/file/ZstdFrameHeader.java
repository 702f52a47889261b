package io.ordermill.core.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the header of a zstd frame says of the memory its reader needs (RFC 8878, 3.1.1.1). */
final class ZstdFrameHeader {

    /** The longest header: magic number, descriptor, window, dictionary id, content size. */
    static final int MAX_LENGTH = 18;

    private static final int MAGIC = 0xfd2fb528;
    private static final int[] CONTENT_SIZE_LENGTH = {1, 2, 4, 8};
    private static final int[] DICTIONARY_ID_LENGTH = {0, 1, 2, 4};

    private ZstdFrameHeader() {}

    /**
     * The window of a frame in bytes.
     *
     * @param start its first bytes, {@link #MAX_LENGTH} of them where there are as many
     * @return 0 where there is none: a skippable frame, and what is none at all or cut off, which is not decided here
     */
    static long window(ByteBuffer start) {
        ByteBuffer header = start.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (header.remaining() < 6 || header.getInt() != MAGIC) {
            return 0;
        }
        int descriptor = header.get() & 0xff;
        boolean isSingleSegment = (descriptor & 0x20) != 0;
        return isSingleSegment ? contentSize(header, descriptor) : window(header.get() & 0xff);
    }

    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    /** Of a single segment, whose window is the whole content. */
    private static long contentSize(ByteBuffer header, int descriptor) {
        int length = CONTENT_SIZE_LENGTH[descriptor >> 6];
        int skipped = DICTIONARY_ID_LENGTH[descriptor & 3];
        if (header.remaining() < skipped + length) {
            return 0;
        }
        header.position(header.position() + skipped);
        return switch (length) {
            case 1 -> header.get() & 0xff;
            case 2 -> (header.getShort() & 0xffff) + 256;
            case 4 -> header.getInt() & 0xffff_ffffL;
            default -> Math.max(header.getLong(), 0);
        };
    }
}
