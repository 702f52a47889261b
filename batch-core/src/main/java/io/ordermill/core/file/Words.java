package io.ordermill.core.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes of text at a time: nearly all text is plain ASCII without line feeds, and is read twice. */
final class Words {

    static final int SIZE = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long LINE_FEEDS = '\n' * LOW_BITS;

    private Words() {}

    /** Where the first word from here on begins that is not all ASCII, or does not fit in before the end. */
    static int skipAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - SIZE && ((long) WORD.get(bytes, i) & HIGH_BITS) == 0) {
            i += SIZE;
        }
        return i;
    }

    /** The same, but a line feed stops it too. */
    static int skipAsciiOfOneLine(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - SIZE && isAsciiOfOneLine((long) WORD.get(bytes, i))) {
            i += SIZE;
        }
        return i;
    }

    /** A byte becomes zero where there is a line feed; only then does taking one away set its high bit. */
    private static boolean isAsciiOfOneLine(long word) {
        return ((word | ((word ^ LINE_FEEDS) - LOW_BITS)) & HIGH_BITS) == 0;
    }
}
