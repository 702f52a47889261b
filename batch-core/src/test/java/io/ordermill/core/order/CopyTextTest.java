package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    @Test
    void tellsNullFromEmptyAndFromItsOwnSign() {
        assertThat(text(null)).isEqualTo("\\N");
        assertThat(text("")).isEmpty();
        assertThat(text("\\N")).isEqualTo("\\\\N");
    }

    @Test
    void escapesWhatSeparatesValuesAndRows() {
        assertThat(text("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e");
    }

    @Test
    void writesNumbersDatesAndFlagsPlainly() {
        assertThat(text(new BigDecimal("5E+3"))).isEqualTo("5000");
        assertThat(text(new BigDecimal("0.000001"))).isEqualTo("0.000001");
        assertThat(text(LocalDate.of(2026, 4, 29))).isEqualTo("2026-04-29");
        assertThat(text(true)).isEqualTo("true");
        assertThat(text(7L)).isEqualTo("7");
    }

    private static String text(Object value) {
        StringBuilder text = new StringBuilder();
        CopyText.append(text, value);
        return text.toString();
    }
}
