package io.ordermill.api.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+1",
                "-",
                "-1e5",
                "@SUM(A1)",
                "\t=1",
                "\rx",
                "\nx",
                "\u0007",
                "\u001bx",
                "  =1",
                "\u00a0=1",
                "＝1",
                "=x\ny",
                "-5\n"
            })
    void putsAnApostropheBeforeWhatCouldBeAFormula(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5", "-5", "-0.50", "007", "a=b", "{\"a\":-1}", "'=1", "é", "  x", "2026-04-29"})
    void leavesEverythingElse(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }

    @Test
    void keepsTheCharacterZeroOut() {
        assertThat(CsvCell.of("a\u0000b")).isEqualTo("a\uFFFDb");
        assertThat(CsvCell.of("\u0000=1")).isEqualTo("'\uFFFD=1");
    }
}
