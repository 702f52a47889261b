package io.ordermill.core.file;

/**
 * Tells well-formed UTF-8 from anything else, byte by byte (RFC 3629, section 4): no overlong forms, no surrogates, nothing
 * beyond U+10FFFF. Keeps its state between calls, so that a character may be spread over two chunks.
 */
final class Utf8 {

    private int missing;
    private int lowest;
    private int highest;

    /** Bytes of the current character so far. */
    private int length;

    /**
     * Takes the next bytes.
     *
     * @return the position of the first byte that cannot stand there, else {@code to}
     */
    int accept(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (missing == 0 && bytes[i] >= 0) {
                i = Math.max(i + 1, Words.skipAscii(bytes, i, to));
            } else if (accept(bytes[i] & 0xff)) {
                i++;
            } else {
                return i;
            }
        }
        return to;
    }

    /** Bytes of a character that has begun but not ended. */
    int pending() {
        return missing == 0 ? 0 : length;
    }

    private boolean accept(int b) {
        if (missing == 0) {
            length = 1;
            return begin(b);
        }
        if (b < lowest || b > highest) {
            return false;
        }
        length++;
        missing--;
        lowest = 0x80;
        highest = 0xbf;
        return true;
    }

    private boolean begin(int b) {
        lowest = 0x80;
        highest = 0xbf;
        if (b < 0x80) {
            missing = 0;
        } else if (b < 0xc2) {
            return false; // a continuation, or an overlong form of two bytes
        } else if (b < 0xe0) {
            missing = 1;
        } else if (b < 0xf0) {
            missing = 2;
            lowest = b == 0xe0 ? 0xa0 : 0x80; // overlong
            highest = b == 0xed ? 0x9f : 0xbf; // surrogates
        } else if (b < 0xf5) {
            missing = 3;
            lowest = b == 0xf0 ? 0x90 : 0x80; // overlong
            highest = b == 0xf4 ? 0x8f : 0xbf; // beyond U+10FFFF
        } else {
            return false;
        }
        return true;
    }
}
