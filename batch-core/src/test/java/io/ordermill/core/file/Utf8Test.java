package io.ordermill.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The platform's decoder is the measure. */
class Utf8Test {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    @Test
    void acceptsEveryCharacter() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
                if (!isAccepted(bytes)) {
                    assertThat(Integer.toHexString(codePoint)).isEqualTo("accepted");
                }
            }
        }
    }

    @Test
    void agreesWithThePlatformOnAllSequencesOfThreeBytes() {
        byte[] bytes = new byte[3];
        // ASCII in front says nothing that the two bytes behind it do not.
        for (int i = 0x700000; i <= 0xffffff; i++) {
            agree(bytes, i, 0);
        }
    }

    @Test
    void agreesWithThePlatformOnSequencesOfFourBytesThatBeginLikeOne() {
        byte[] bytes = new byte[4];
        for (int first = 0xee; first <= 0xff; first++) {
            bytes[0] = (byte) first;
            for (int rest = 0; rest <= 0xffff; rest++) {
                for (int last : new int[] {0x00, 0x7f, 0x80, 0xbf, 0xc0, 0xff}) {
                    agree(bytes, rest << 8 | last, 1);
                }
            }
        }
    }

    @Test
    void remembersACharacterBetweenChunks() {
        Utf8 utf8 = new Utf8();
        byte[] truck = "🚚".getBytes(StandardCharsets.UTF_8);

        assertThat(utf8.accept(truck, 0, 2)).isEqualTo(2);
        assertThat(utf8.pending()).isEqualTo(2);
        assertThat(utf8.accept(truck, 2, 4)).isEqualTo(4);
        assertThat(utf8.pending()).isZero();
    }

    @Test
    void pointsAtTheFirstByteThatCannotStandThere() {
        Utf8 utf8 = new Utf8();

        assertThat(utf8.accept(Files.bytes('a', 0xe2, 0x82, 'b'), 0, 4)).isEqualTo(3);
        assertThat(utf8.pending()).isEqualTo(2);
    }

    private void agree(byte[] bytes, int value, int from) {
        for (int i = bytes.length - 1, rest = value; i >= from; i--, rest >>>= 8) {
            bytes[i] = (byte) rest;
        }
        if (isAccepted(bytes) != isAcceptedByThePlatform(bytes)) {
            assertThat(bytes).as("judged like the platform does").isNull();
        }
    }

    private static boolean isAccepted(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        return utf8.accept(bytes, 0, bytes.length) == bytes.length && utf8.pending() == 0;
    }

    private boolean isAcceptedByThePlatform(byte[] bytes) {
        return !decoder.reset()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(4), true)
                .isError();
    }
}
