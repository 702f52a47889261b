package io.ordermill.core.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.file.ItemBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResubmittableJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|{}",
                "{ \"errors\" : [ {\"errors\":1} , 2 ] }|{}",
                "{\"itemIndex\":7,\"a\":1}|{\"a\":1}",
                "{\"a\" : 1e0500 , \"itemIndex\":7}|{\"a\" : 1e0500}",
                "{\"a\":\"x\\u0041\",\"errors\":[],\"b\":{ \"errors\" : 1.50, \"itemIndex\":2 },\"itemIndex\":\"t\"}|"
                        + "{\"a\":\"x\\u0041\",\"b\":{ \"errors\" : 1.50, \"itemIndex\":2 }}",
                "{\"é😀\" :\"é😀\", \"itemIndex\":1, \"\\u0061\":[1, 2 ], \"c\" : null}|"
                        + "{\"é😀\" :\"é😀\",\"\\u0061\":[1, 2 ],\"c\" : null}",
                "{\"item\\u0049ndex\":1,\"errors\":1,\"errors\":2,\"a\":true}|{\"a\":true}"
            })
    void leavesOutWhatAResultsFileAdds(String order, String kept) {
        assertThat(resubmittable(order)).isEqualTo(kept);
    }

    @Test
    void returnsTheSameBytesWhereNothingWasAdded() {
        ItemBytes order = ItemBytes.of("{ \"a\" : 1.0 , \"b\":[ ] }".getBytes(UTF_8));

        assertThat(ResubmittableJson.of(order)).isSameAs(order);
    }

    @Test
    void keepsValuesOfAnyLength() {
        String longNumber = "1".repeat(1 << 20);
        String longText = "é".repeat(1 << 20);
        String order = "{\"n\":" + longNumber + ",\"itemIndex\":0,\"" + longText + "\":\"" + longText + "\"}";

        assertThat(resubmittable(order))
                .isEqualTo("{\"n\":" + longNumber + ",\"" + longText + "\":\"" + longText + "\"}");
    }

    private static String resubmittable(String order) {
        ItemBytes json = ItemBytes.of(order.getBytes(UTF_8));
        return new String(ResubmittableJson.of(json).toByteArray(), UTF_8);
    }
}
