package io.ordermill.api.console.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void laysAnOrderOutMemberByMember() {
        assertThat(
                        text(
                                "{\"customerId\": \"1000\",\"orderLines\":[{\"quantity\":1.50,\"unit\":null},{}],\"notes\":true}"))
                .isEqualTo("""
                        {
                          "customerId": "1000",
                          "orderLines": [
                            {
                              "quantity": 1.50,
                              "unit": null
                            },
                            {}
                          ],
                          "notes": true
                        }
                        """);
    }

    @Test
    void tellsThePointerOfEachValue() {
        assertThat(lines("{\"a/b~c\":[1,{\"\":2}]}"))
                .extracting(JsonLine::pointer)
                .containsExactly("", "/a~1b~0c", "/a~1b~0c/0", "/a~1b~0c/1", "/a~1b~0c/1/", null, null, null);
    }

    @Test
    void showsAnElementThatIsNoObject() {
        assertThat(text("\"text\"")).isEqualTo("\"text\"\n");
        assertThat(text("[]")).isEqualTo("[]\n");
        assertThat(text("1e400")).isEqualTo("1e400\n");
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        assertThat(text("[-0.0, 1E+2, 123456789012345678901234567890.10]")).isEqualTo("""
                        [
                          -0.0,
                          1E+2,
                          123456789012345678901234567890.10
                        ]
                        """);
    }

    @Test
    void showsWhatDoesNotShowItselfAsEscapes() {
        assertThat(QuotedText.of("\"\\\n\t\u0000\u0085\u202e\u200b\ufeff\ud800x\udc00")
                        .json())
                .isEqualTo("\"\\\"\\\\\\n\\t\\u0000\\u0085\\u202e\\u200b\\ufeff\\ud800x\\udc00\"");
        assertThat(QuotedText.of("æ 漢 😀 <b>&amp;").json()).isEqualTo("\"æ 漢 😀 <b>&amp;\"");
    }

    @Test
    void shortensALongValueAndSaysByHowMuch() {
        JsonLine line = lines("\"" + "😀".repeat(1_234_567) + "\"").get(0);

        assertThat(line.value()).isEqualTo("\"" + "😀".repeat(500) + "\"");
        assertThat(line.cut()).isEqualTo("and 1,234,067 more characters");
        assertThat(lines("\"" + "😀".repeat(500) + "\"").get(0).cut()).isNull();
        assertThat(lines("1" + "0".repeat(600)).get(0).cut()).isEqualTo("and 101 more characters");
    }

    private static List<JsonLine> lines(String json) {
        return JsonLines.of(json.getBytes(UTF_8));
    }

    private static String text(String json) {
        StringBuilder text = new StringBuilder();
        for (JsonLine line : lines(json)) {
            text.append(line.indent())
                    .append(line.name() == null ? "" : line.name() + ": ")
                    .append(line.value())
                    .append(line.comma() ? ",\n" : "\n");
        }
        return text.toString();
    }
}
