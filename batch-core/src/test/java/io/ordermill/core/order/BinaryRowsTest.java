package io.ordermill.core.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.ByteConverter;

class BinaryRowsTest {

    /** The driver's own reader is the judge; it knows a number as a database would hand it out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "1",
                "-1",
                "9999",
                "10000",
                "-10000.0001",
                "0.1",
                "0.0001",
                "0.00001",
                "-0.000001",
                "12.5",
                "100.00",
                "1234567890.12345",
                "999999999999999",
                "0.999999999999999",
                "-123456789012.345",
                "1000000000000000",
                "123456789012345678.1234",
                "1E+3",
                "5E+20",
                "1E-16"
            })
    void writesNumbersAsTheDriverReadsThem(String text) {
        BigDecimal number = new BigDecimal(text);

        Number read = ByteConverter.numeric(field(number).array(), Integer.BYTES, length(number));

        assertThat((BigDecimal) read).isEqualByComparingTo(number);
        assertThat(((BigDecimal) read).scale()).isEqualTo(Math.max(0, number.scale()));
    }

    @Test
    void writesNumbersOfEachLengthAndScale() {
        BigInteger digits = new BigInteger("90807060504030201");
        for (int length = 1; length <= 17; length++) {
            for (int scale = 0; scale <= 20; scale++) {
                BigDecimal number = new BigDecimal(digits.mod(BigInteger.TEN.pow(length)), scale);
                assertThat((BigDecimal) ByteConverter.numeric(field(number).array(), Integer.BYTES, length(number)))
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void writesEachTypeInItsLength() {
        assertThat(field(7)).isEqualTo(buffer(8).putInt(4).putInt(7).flip());
        assertThat(field(7L)).isEqualTo(buffer(12).putInt(8).putLong(7).flip());
        assertThat(field(true)).isEqualTo(buffer(5).putInt(1).put((byte) 1).flip());
        assertThat(field(LocalDate.of(1999, 12, 31)))
                .isEqualTo(buffer(8).putInt(4).putInt(-1).flip());
        assertThat(field(OffsetDateTime.parse("2000-01-01T02:00:00.000001+02:00")))
                .isEqualTo(buffer(12).putInt(8).putLong(1).flip());
        assertThat(field(new UUID(1, 2)))
                .isEqualTo(buffer(20).putInt(16).putLong(1).putLong(2).flip());
    }

    @Test
    void tellsNullFromEmpty() {
        assertThat(field(null)).isEqualTo(buffer(4).putInt(-1).flip());
        assertThat(field("")).isEqualTo(buffer(4).putInt(0).flip());
    }

    @Test
    void countsBytesOfATextAndNotCharacters() {
        byte[] utf8 = "Zażółć 🎻".getBytes(UTF_8);

        assertThat(field("Zażółć 🎻"))
                .isEqualTo(buffer(4 + utf8.length).putInt(utf8.length).put(utf8).flip());
    }

    @Test
    void growsWithWhatIsWritten() {
        String text = "x".repeat(1_000_000);

        assertThat(field(text).remaining()).isEqualTo(4 + text.length());
    }

    @Test
    void refusesAValueItHasNoFormFor() {
        assertThatThrownBy(() -> field(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int length(Object value) {
        return field(value).getInt();
    }

    private static ByteBuffer field(Object value) {
        Column<Object> column = new Column<>("column", Types.OTHER, Function.identity());
        BinaryRows rows = new BinaryRows().fields(List.of(column), value);
        return ByteBuffer.wrap(rows.toByteArray());
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes);
    }
}
