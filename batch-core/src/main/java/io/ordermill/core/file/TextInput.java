package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: decompressed, limited in size, strictly UTF-8 and without its byte order mark. Offsets are those of
 * the text. A fault is thrown only when all text before it has been read, so that of two faults the first is found first.
 */
final class TextInput extends InputStream {

    private final BOMInputStream in;
    private final long maxSize;
    private final Utf8 utf8 = new Utf8();
    private final TextPositions positions = new TextPositions();
    private boolean isOpen;
    private int markLength;
    private long size;
    private long faultOffset;
    private @Nullable UnreadableFileException fault;

    TextInput(InputStream stored, FileLimits limits) throws IOException {
        this.in = withoutMark(Decompression.of(stored, limits));
        this.maxSize = limits.maxDecompressedSize().toBytes();
    }

    static BOMInputStream withoutMark(InputStream text) throws IOException {
        return BOMInputStream.builder()
                .setInputStream(text)
                .setByteOrderMarks(ByteOrderMark.UTF_8)
                .get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        throwFault();
        if (!isOpen) {
            markLength = in.hasBOM() ? in.getBOM().length() : 0;
            isOpen = true;
        }
        // Full chunks, however little the store gives at a time: positions are known for the last two.
        int count = in.readNBytes(target, offset, Math.min(length, TextPositions.Chunk.SIZE));
        if (count == 0) {
            checkEnd();
            throwFault();
            return -1;
        }
        int sound = check(target, offset, count);
        if (sound == 0) {
            throwFault();
        }
        positions.append(target, offset, sound);
        size += sound;
        return sound;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What the offsets of the text lack to those of the file. */
    int markLength() {
        return markLength;
    }

    /** Bytes of the text read so far. */
    long size() {
        return size;
    }

    /** Where the text is at fault, or as far as it was read. */
    long faultOffset() {
        return fault == null ? size : faultOffset;
    }

    TextPositions positions() {
        return positions;
    }

    /**
     * Reads on for damage of the compression: damaged data mostly shows as broken text first. Stops at the size limit.
     *
     * @return null where there is none
     */
    @Nullable
    UnreadableFileException compressionFault() throws IOException {
        byte[] rest = new byte[TextPositions.Chunk.SIZE];
        long read = size;
        try {
            for (int count = 0; count >= 0 && read <= maxSize; read += count) {
                count = in.read(rest);
            }
            return null;
        } catch (UnreadableFileException e) {
            return e;
        }
    }

    /** Bytes before the first fault. */
    private int check(byte[] bytes, int offset, int count) {
        int allowed = (int) Math.min(count, maxSize - size);
        int accepted = utf8.accept(bytes, offset, offset + allowed) - offset;
        if (accepted < allowed) {
            setFault(FileProblem.Kind.MALFORMED_FILE, "The file is not valid UTF-8.", size + accepted - utf8.pending());
        } else if (allowed < count) {
            setFault(
                    FileProblem.Kind.FILE_TOO_LARGE,
                    "The file has more than %d bytes of text.".formatted(maxSize),
                    maxSize);
        } else {
            return count;
        }
        return (int) Math.max(0, faultOffset - size);
    }

    private void checkEnd() {
        if (utf8.pending() > 0) {
            setFault(
                    FileProblem.Kind.MALFORMED_FILE,
                    "The file ends in the middle of a UTF-8 character.",
                    size - utf8.pending());
        }
    }

    private void setFault(FileProblem.Kind kind, String message, long offset) {
        fault = new UnreadableFileException(kind, message);
        faultOffset = offset;
    }

    private void throwFault() throws UnreadableFileException {
        if (fault != null) {
            throw fault;
        }
    }
}
