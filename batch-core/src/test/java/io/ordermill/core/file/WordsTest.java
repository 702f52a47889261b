package io.ordermill.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whatever stands anywhere among plain characters stops at its word, and nothing else does. */
class WordsTest {

    private static final int LENGTH = 4 * Words.SIZE + 3;

    @Test
    void stopsAtTheWordOfEveryByteThatIsNotPlain() {
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            for (int place = 0; place < LENGTH; place++) {
                byte[] text = textWith((byte) value, place);
                int word = Math.min(place, LENGTH - 3) / Words.SIZE * Words.SIZE;
                int end = LENGTH / Words.SIZE * Words.SIZE;

                assertThat(Words.skipAscii(text, 0, LENGTH)).isEqualTo(value < 0 ? word : end);
                assertThat(Words.skipAsciiOfOneLine(text, 0, LENGTH))
                        .isEqualTo(value < 0 || value == '\n' ? word : end);
            }
        }
    }

    @Test
    void countsWordsFromWhereItBeginsAndLooksNoFurtherThanTheEnd() {
        byte[] text = textWith((byte) 0xc3, 20);

        assertThat(Words.skipAscii(text, 3, LENGTH)).isEqualTo(19);
        assertThat(Words.skipAscii(text, 3, 20)).isEqualTo(19);
        assertThat(Words.skipAscii(text, 3, 18)).isEqualTo(11);
        assertThat(Words.skipAscii(text, 3, 3)).isEqualTo(3);
    }

    private static byte[] textWith(byte odd, int place) {
        byte[] text = new byte[LENGTH];
        Arrays.fill(text, (byte) 'x');
        text[place] = odd;
        return text;
    }
}
