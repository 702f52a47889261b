package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "0e999999999999, 0",
        "1, 1",
        "-1, -1",
        "50.0, 50",
        "0.90, 0.9",
        "1e3, 1000",
        "1E+3, 1000",
        "1.5e1, 15",
        "1500e-3, 1.5",
        "100e-2, 1",
        "-12.3400e-1, -1.234",
        "0.000001, 0.000001",
        "999999999999.999999, 999999999999.999999",
        "1e00000000000000000000000002, 100"
    })
    void keepsTheValueAndNotTheSpelling(String json, String value) {
        assertThat(DecimalText.parse(json).value()).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "999999999999, -",
                "1000000000000, OUT_OF_RANGE",
                "-1000000000000, OUT_OF_RANGE",
                "1e11, -",
                "1e12, OUT_OF_RANGE",
                "0.1e12, -",
                "0.000001, -",
                "0.0000010, -",
                "0.0000001, TOO_PRECISE",
                "1e-6, -",
                "1e-7, TOO_PRECISE",
                "10e-7, -",
                "999999999999.999999, -",
                "1e999999999, OUT_OF_RANGE",
                "1e-999999999, TOO_PRECISE",
                "1e99999999999999999999, OUT_OF_RANGE",
                "-1e-99999999999999999999, TOO_PRECISE",
                "0e99999999999999999999, -",
                "1000000000000.0000001, OUT_OF_RANGE"
            })
    void countsDigitsBeforeAndBehindThePoint(String json, ErrorCode problem) {
        assertThat(DecimalText.parse(json).problem(12, 6)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "50.0", "5e1", "1.50e1", "0.0", "1e999999999"})
    void isWholeByValue(String json) {
        assertThat(DecimalText.parse(json).isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e-1", "0.1", "-2.5", "1e-999999999"})
    void isNotWholeWithAFraction(String json) {
        assertThat(DecimalText.parse(json).isWhole()).isFalse();
    }

    @Test
    void judgesAMillionDigitsAtOnce() {
        String digits = "7".repeat(1_000_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(DecimalText.parse(digits).problem(12, 6)).isEqualTo(ErrorCode.OUT_OF_RANGE);
            assertThat(DecimalText.parse("0." + digits).problem(12, 6)).isEqualTo(ErrorCode.TOO_PRECISE);
            assertThat(DecimalText.parse("1e" + digits).problem(12, 6)).isEqualTo(ErrorCode.OUT_OF_RANGE);
            assertThat(DecimalText.parse("1." + "0".repeat(1_000_000)).value()).isEqualTo(BigDecimal.ONE);
        });
    }
}
