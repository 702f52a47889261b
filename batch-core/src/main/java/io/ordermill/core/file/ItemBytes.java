package io.ordermill.core.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Bytes of a file, such as those of one element: pieces of the blocks they were read into. An element may be large, is carried
 * through unread, and is never needed in one array. Nobody may change the arrays behind it.
 */
public final class ItemBytes {

    private final List<Piece> pieces;

    private ItemBytes(List<Piece> pieces) {
        this.pieces = pieces;
    }

    @SuppressWarnings("ArrayRecordComponent") // a view of it, never compared
    private record Piece(byte[] block, int from, int length) {

        Piece part(int start, int end) {
            return new Piece(block, from + start, end - start);
        }

        InputStream open() {
            return new ByteArrayInputStream(block, from, length);
        }
    }

    public static ItemBytes of(byte[] bytes) {
        return ofBlocks(List.of(bytes));
    }

    static ItemBytes ofBlocks(Collection<byte[]> blocks) {
        return new ItemBytes(
                blocks.stream().map(block -> new Piece(block, 0, block.length)).toList());
    }

    /** One after another. */
    public static ItemBytes join(List<ItemBytes> parts) {
        return new ItemBytes(
                parts.stream().flatMap(part -> part.pieces.stream()).toList());
    }

    public int length() {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    public byte at(int position) {
        int before = 0;
        for (Piece piece : pieces) {
            if (position < before + piece.length) {
                return piece.block[piece.from + position - before];
            }
            before += piece.length;
        }
        throw new IndexOutOfBoundsException(position);
    }

    /** The bytes between two positions; a view of the same arrays. */
    public ItemBytes part(int start, int end) {
        List<Piece> part = new ArrayList<>();
        int position = 0;
        for (Piece piece : pieces) {
            int from = Math.max(start - position, 0);
            int to = Math.min(end - position, piece.length);
            if (from < to) {
                part.add(piece.part(from, to));
            }
            position += piece.length;
        }
        return new ItemBytes(part);
    }

    /** A copy. */
    public byte[] toByteArray() {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        pieces.forEach(piece -> bytes.put(piece.block, piece.from, piece.length));
        return bytes.array();
    }

    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().map(Piece::open).toList()));
    }

    public void writeTo(OutputStream out) throws IOException {
        for (Piece piece : pieces) {
            out.write(piece.block, piece.from, piece.length);
        }
    }
}
