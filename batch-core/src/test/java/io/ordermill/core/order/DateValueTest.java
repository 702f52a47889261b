package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateValueTest {

    @Test
    void readsCalendarDates() {
        assertThat(DateValue.parse("2026-04-29")).isEqualTo(LocalDate.of(2026, 4, 29));
        assertThat(DateValue.parse("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-04-31",
                "2026-4-29",
                "26-04-29",
                "20260429",
                "2026/04/29",
                "2026-04-29T00:00:00",
                "2026-04-29 ",
                " 2026-04-29",
                "+026-04-29",
                "-026-04-29",
                "٢٠٢٦-٠٤-٢٩",
                "tomorrow",
                "2026-04-2\u0000"
            })
    void refusesAnythingElse(String text) {
        assertThat(DateValue.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31, false", "1900-01-01, true", "2999-12-31, true", "3000-01-01, false"})
    void knowsTheFirstAndTheLastDate(LocalDate date, boolean isInRange) {
        assertThat(DateValue.isInRange(date)).isEqualTo(isInRange);
    }

    @ParameterizedTest
    @CsvSource({
        "190001, true",
        "299912, true",
        "189912, false",
        "300001, false",
        "202600, false",
        "202613, false",
        "0, false",
        "-202601, false",
        "2026, false",
        "20260101, false"
    })
    void knowsTheMonthsOfAPeriod(long period, boolean isPeriod) {
        assertThat(DateValue.isPeriod(period)).isEqualTo(isPeriod);
    }
}
