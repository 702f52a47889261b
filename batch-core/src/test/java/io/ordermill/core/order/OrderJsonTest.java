package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order goes through reader, writer and columns without loss. */
class OrderJsonTest {

    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void completeExampleComesBackAsItWentIn() throws IOException {
        String given = seed("complete-example.json");

        DraftOrder draft = read(given);

        assertThat(draft.syntaxErrors()).isEmpty();
        assertThat(withoutSpelling(TREE.readTree(written(draft.order()))))
                .isEqualTo(withoutSpelling(TREE.readTree(given).get(0)));
    }

    @Test
    void membersAreWrittenInTheOrderOfTheCompleteExample() throws IOException {
        String given = seed("complete-example.json");

        assertThat(names(TREE.readTree(written(read(given).order()))))
                .isEqualTo(names(TREE.readTree(given).get(0)));
    }

    @Test
    void simpleExampleComesBackAsItWentIn() throws IOException {
        String given = seed("simple-example.json");

        assertThat(withoutSpelling(TREE.readTree(written(read(given).order()))))
                .isEqualTo(withoutSpelling(TREE.readTree(given).get(0)));
    }

    @Test
    void everyCharacterComesBackCodePointForCodePoint() {
        String text = "Grinøy \u0001 \u2028 e\u0301 \uD83D\uDE9A \uFFFE \"\\/ \t\r\n";
        String given = TREE.writeValueAsString(TREE.createObjectNode().put("notes", text));

        assertThat(TREE.readTree(written(read(given).order())).get("notes").stringValue())
                .isEqualTo(text);
    }

    @Test
    void decimalsAreWrittenPlainWithoutTrailingZeros() {
        assertThat(written(read("""
                                {"orderLines": [{"price": 1.50e3, "quantity": 0.0000010, "currencyAmount": 0.00}]}""").order())).isEqualTo("""
                        {"orderLines":[{"currencyAmount":0,"price":1500,"quantity":0.000001}]}""");
    }

    @Test
    void emptyGroupsStayAndMissingOnesStayAway() {
        String given = """
                {"defaultGLAnalysis":{"dim3":{}},"deliveryInformation":{},"orderLines":[{"glAnalysis":[]},{}]}""";

        assertThat(written(read(given).order())).isEqualTo(given);
    }

    @Test
    void storedGroupsComeBackEqual() throws IOException {
        SalesOrder order = read(seed("complete-example.json")).order();
        List<GlAnalysis> splits = order.orderLines().get(0).glAnalysis();

        assertThat(StoredJson.glAnalysis(StoredJson.glAnalysis(splits))).isEqualTo(splits);
        assertThat(StoredJson.dimensions(StoredJson.dimensions(order.defaultGLAnalysis())))
                .isEqualTo(order.defaultGLAnalysis());
        assertThat(StoredJson.glAnalysis(StoredJson.glAnalysis(List.of()))).isEmpty();
    }

    @Test
    void storedErrorsComeBackEqual() {
        List<OrderError> errors = List.of(
                OrderError.of(ErrorCode.REQUIRED, "/a~1b", "A \"message\"."),
                OrderError.of(ErrorCode.OUT_OF_RANGE, "", "Ø.", new BigDecimal("-1")));

        assertThat(StoredJson.errors(StoredJson.errors(errors))).isEqualTo(errors);
        assertThat(StoredJson.errors(errors)).isEqualTo("""
                        [{"code":"REQUIRED","pointer":"/a~1b","message":"A \\"message\\"."},\
                        {"code":"OUT_OF_RANGE","pointer":"","message":"Ø.","value":"-1"}]""");
    }

    /** The first order of an array, or the order itself. */
    private static DraftOrder read(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            return new OrderReader(false, 1_000).read(parser);
        }
    }

    private static String written(SalesOrder order) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            OrderWriter.write(order, generator);
        }
        return text.toString();
    }

    /** 0.90 and 0.9 are the same number. */
    private static JsonNode withoutSpelling(JsonNode json) {
        return TREE.readTree(
                json.toString().replaceAll("(\\d\\.\\d*?)0+(?=[,}\\]])", "$1").replaceAll("(\\d)\\.(?=[,}\\]])", "$1"));
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.properties().forEach(member -> {
            names.add(member.getKey());
            names.addAll(names(member.getValue()));
        });
        json.values().forEach(element -> names.addAll(json.isArray() ? names(element) : List.of()));
        return names;
    }

    private static String seed(String name) throws IOException {
        try (InputStream file = OrderJsonTest.class.getResourceAsStream("/seed/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
