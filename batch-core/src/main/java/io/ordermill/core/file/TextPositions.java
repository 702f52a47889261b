package io.ordermill.core.file;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Knows line and column of every offset in the text that went by last. Keeps two chunks, because the parser may complain
 * about the chunk before the one it has just fetched.
 */
final class TextPositions {

    private Chunk previous = new Chunk();
    private Chunk current = new Chunk();

    /** @param count at most {@link Chunk#SIZE} */
    void append(byte[] bytes, int from, int count) {
        Chunk reused = previous;
        previous = current;
        current = reused;
        current.fill(previous.at(previous.end()), bytes, from, count);
    }

    /** Offsets beyond the text mean its end. */
    Position at(long offset) {
        return (offset < current.start.offset ? previous : current).at(offset);
    }

    /** The character at an offset; null where none is kept there. */
    @Nullable
    String characterAt(long offset) {
        Chunk chunk = offset < current.start.offset ? previous : current;
        return offset < chunk.start.offset || offset >= chunk.end() ? null : chunk.characterAt(offset);
    }

    /**
     * A place in the text.
     *
     * @param line 1-based; a line ends with a line feed
     * @param column 1-based, in characters (code points)
     * @param offset 0-based, in bytes
     */
    record Position(int line, int column, long offset) {}

    static final class Chunk {

        static final int SIZE = 8_192;

        private final byte[] bytes = new byte[SIZE];
        private int count;
        private Position start = new Position(1, 1, 0);

        private void fill(Position from, byte[] source, int offset, int length) {
            start = from;
            System.arraycopy(source, offset, bytes, 0, length);
            count = length;
        }

        private long end() {
            return start.offset + count;
        }

        private Position at(long offset) {
            int length = (int) Math.max(0, Math.min(count, offset - start.offset));
            int line = start.line;
            int column = start.column;
            int i = 0;
            while (i < length) {
                int plain = Words.skipAsciiOfOneLine(bytes, i, length);
                column += plain - i;
                for (i = plain; i < Math.min(plain + Words.SIZE, length); i++) {
                    if (bytes[i] == '\n') {
                        line++;
                        column = 1;
                    } else if (!isContinuation(bytes[i])) {
                        column++;
                    }
                }
            }
            return new Position(line, column, start.offset + length);
        }

        private String characterAt(long offset) {
            int from = (int) (offset - start.offset);
            int to = from + 1;
            while (to < count && isContinuation(bytes[to])) {
                to++;
            }
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }

        private static boolean isContinuation(byte b) {
            return (b & 0xc0) == 0x80;
        }
    }
}
