package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextValueTest {

    private static final String TRUCK = "🚚";

    @Test
    void countsCodePoints() {
        assertThat(TextValue.problem("x".repeat(64), 64)).isNull();
        assertThat(TextValue.problem("x".repeat(65), 64)).isEqualTo(ErrorCode.TOO_LONG);
        assertThat(TextValue.problem(TRUCK.repeat(64), 64)).isNull();
        assertThat(TextValue.problem(TRUCK.repeat(65), 64)).isEqualTo(ErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "a\udc00", "\udc00\ud800", "\ud83d"})
    void refusesWhatCannotBeStored(String text) {
        assertThat(TextValue.problem(text, 64)).isEqualTo(ErrorCode.INVALID_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0001", "\u007f", "\uffff", "\ufeff", "e\u0301", TRUCK, "\r\n\t"})
    void acceptsEverythingElse(String text) {
        assertThat(TextValue.problem(text, 64)).isNull();
    }

    @Test
    void replacesWhatCannotBeShown() {
        assertThat(TextValue.printable("a\u0000b\ud800" + TRUCK)).isEqualTo("a\uFFFDb\uFFFD" + TRUCK);
        assertThat(TextValue.printable("fine")).isEqualTo("fine");
    }
}
