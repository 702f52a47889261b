package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.50,\"b\":1e400,\"c\":12345678901234567890,\"d\":[true,false,null,{}],\"e\":\"\u00e4\\n\"}",
                "[]",
                "\"text\"",
                "null"
            })
    void staysAsItWasWritten(String text) {
        assertThat(read(text)).hasToString(text);
    }

    @Test
    void hasNothingWhereNothingIs() {
        Json json = read("{\"a\":null}");
        assertThat(json.text("a")).isEmpty();
        assertThat(json.member("b").text("c")).isEmpty();
        assertThat(json.number("a")).isZero();
        assertThat(json.elements("a")).isEmpty();
        assertThat(read("")).isEqualTo(Json.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"a\":", "[1,"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JacksonException.class);
    }

    private static Json read(String text) {
        return Json.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
