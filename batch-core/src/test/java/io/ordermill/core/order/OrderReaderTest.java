package io.ordermill.core.order;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What is wrong with single values and members of an order becomes errors with pointers. */
class OrderReaderTest {

    @Nested
    class Elements {

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"order\"", "null", "true", "[{}]", "[]"})
        void answersNullForAnythingButAnObject(String element) {
            try (JsonParser parser = parser("[" + element + ", {}]")) {
                parser.nextToken();
                parser.nextToken();
                assertThat(new OrderReader(false, 12).read(parser)).isNull();
                assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                assertThat(new OrderReader(false, 12).read(parser)).isNotNull();
                assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
                assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
            }
        }

        @Test
        void pointsIntoTheOrderWhereverItStands() {
            try (JsonParser parser = parser("[1, [2, {\"orderLines\": [{}, {\"price\": true}]}]]")) {
                for (int i = 0; i < 5; i++) {
                    parser.nextToken();
                }
                assertThat(new OrderReader(false, 12).read(parser).syntaxErrors())
                        .extracting(OrderError::pointer)
                        .containsExactly("/orderLines/1/price");
            }
        }

        @Test
        void readsAnEmptyObjectAsAnOrderWithoutAnything() {
            DraftOrder draft = TestOrders.draft("{}");

            assertThat(draft.syntaxErrors()).isEmpty();
            assertThat(draft.lineCount()).isZero();
            assertThat(draft.order().orderLines()).isEmpty();
        }
    }

    @Nested
    class UnknownMembers {

        @Test
        void areErrorsAndNameTheNearestKnownOne() {
            assertThat(TestOrders.draft("{\"custmerId\": {\"a\": [1]}}").syntaxErrors())
                    .containsExactly(OrderError.of(
                            ErrorCode.UNKNOWN_FIELD,
                            "/custmerId",
                            "There is no member custmerId. Was customerId meant?"));
        }

        @Test
        void areErrorsInNestedObjectsToo() {
            assertThat(errors("""
                            {"invoicing": {"a": 1}, "deliveryInformation": {"b": 1}, "defaultGLAnalysis": {"dim8": {}},
                             "orderLines": [{"c": 1, "glAnalysis": [{"d": 1, "accounting": {"dim1": {"e": 1}}}]}]}"""))
                    .containsExactly(
                            "UNKNOWN_FIELD /invoicing/a",
                            "UNKNOWN_FIELD /deliveryInformation/b",
                            "UNKNOWN_FIELD /defaultGLAnalysis/dim8",
                            "UNKNOWN_FIELD /orderLines/0/c",
                            "UNKNOWN_FIELD /orderLines/0/glAnalysis/0/d",
                            "UNKNOWN_FIELD /orderLines/0/glAnalysis/0/accounting/dim1/e");
        }

        @Test
        void areComparedWithTheirCase() {
            assertThat(errors("{\"CustomerId\": \"1000\"}")).containsExactly("UNKNOWN_FIELD /CustomerId");
        }

        @Test
        void areEscapedInPointers() {
            assertThat(errors("{\"a/b~c\": 1, \"\": 2}")).containsExactly("UNKNOWN_FIELD /a~1b~0c", "UNKNOWN_FIELD /");
        }

        @Test
        void areShortenedAndMadePrintableInPointers() {
            assertThat(errors("{\"a\\u0000\\ud800\": 1}")).containsExactly("UNKNOWN_FIELD /a\uFFFD\uFFFD");
            assertThat(errors("{\"" + "x".repeat(40_000) + "\": 1}"))
                    .containsExactly("UNKNOWN_FIELD /" + "x".repeat(99) + "…");
        }

        @Test
        void arePassedOverInSilenceOnDemand() {
            try (JsonParser parser = parser("{\"a\": {\"notes\": 1}, \"notes\": \"n\", \"invoicing\": {\"b\": []}}")) {
                parser.nextToken();
                DraftOrder draft = new OrderReader(true, 12).read(parser);

                assertThat(draft.syntaxErrors()).isEmpty();
                assertThat(draft.order().notes()).isEqualTo("n");
                assertThat(draft.order().invoicing()).isNotNull();
            }
        }

        @Test
        void ofAResultsFileAndTheCompanyAreIgnoredAtTheTop() {
            assertThat(errors("""
                            {"itemIndex": 1, "itemIndex": 2, "errors": [{"code": "REQUIRED"}], "companyId": 7}""")).isEmpty();
            assertThat(errors("{\"invoicing\": {\"itemIndex\": 1}}"))
                    .containsExactly("UNKNOWN_FIELD /invoicing/itemIndex");
        }
    }

    @Nested
    class RepeatedMembers {

        @Test
        void areErrorsAndTheFirstCounts() {
            DraftOrder draft = TestOrders.draft("{\"notes\": \"one\", \"notes\": 2, \"notes\": null}");

            assertThat(errors(draft)).containsExactly("DUPLICATE_FIELD /notes", "DUPLICATE_FIELD /notes");
            assertThat(draft.order().notes()).isEqualTo("one");
        }

        @Test
        void areErrorsInNestedObjectsToo() {
            assertThat(errors("{\"orderLines\": [{\"unit\": \"a\", \"unit\": \"a\"}, {\"unit\": \"a\"}]}"))
                    .containsExactly("DUPLICATE_FIELD /orderLines/0/unit");
        }

        @Test
        void areFoundHoweverTheyAreSpelt() {
            assertThat(errors("{\"notes\": \"\", \"\\u006eotes\": \"\"}")).containsExactly("DUPLICATE_FIELD /notes");
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @ValueSource(strings = {"1", "1.0", "true", "{}", "[]"})
        void textMustBeText(String value) {
            assertThat(errors(anOrder().withJson("notes", value).toDraft())).containsExactly("WRONG_TYPE /notes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"1\"", "\" \"", "true", "{}", "[1]"})
        void numbersMustBeNumbers(String value) {
            assertThat(errors(anOrder()
                            .withJson("orderNumber", value)
                            .withJson("period", value)
                            .withOnlyLine(aLine().withPrice(value))
                            .toDraft()))
                    .containsExactlyInAnyOrder(
                            "WRONG_TYPE /orderNumber", "WRONG_TYPE /period", "WRONG_TYPE /orderLines/0/price");
        }

        @ParameterizedTest
        @CsvSource({"1.5", "1e-1", "0.1", "202601.5"})
        void wholeNumbersMustBeWhole(String value) {
            assertThat(errors(anOrder()
                            .withJson("orderNumber", value)
                            .withJson("period", value)
                            .toDraft()))
                    .containsExactly("WRONG_TYPE /orderNumber", "WRONG_TYPE /period");
        }

        @Test
        void wholeNumbersMayBeSpeltWithAFraction() {
            DraftOrder draft = anOrder()
                    .withJson("orderNumber", "50.0")
                    .withJson("period", "2.02601e5")
                    .toDraft();

            assertThat(draft.syntaxErrors()).isEmpty();
            assertThat(draft.order().orderNumber()).isEqualTo(50);
            assertThat(draft.order().period()).isEqualTo(202601);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"true\"", "1", "0", "{}"})
        void flagsMustBeTrueOrFalse(String value) {
            assertThat(errors(anOrder().withJson("isBilledAtProject", value).toDraft()))
                    .containsExactly("WRONG_TYPE /isBilledAtProject");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"x\"", "[]", "true"})
        void groupsMustBeObjects(String value) {
            assertThat(errors(anOrder()
                            .withJson("invoicing", value)
                            .withJson("defaultGLAnalysis", "{\"dim1\": " + value + "}")
                            .toDraft()))
                    .containsExactly("WRONG_TYPE /invoicing", "WRONG_TYPE /defaultGLAnalysis/dim1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"x\"", "{}", "true"})
        void listsMustBeArrays(String value) {
            assertThat(errors("{\"orderLines\": %s}".formatted(value))).containsExactly("WRONG_TYPE /orderLines");
            assertThat(errors("{\"orderLines\": [{\"glAnalysis\": %s}]}".formatted(value)))
                    .containsExactly("WRONG_TYPE /orderLines/0/glAnalysis");
        }

        @Test
        void elementsThatAreNoObjectsKeepTheirPlace() {
            DraftOrder draft = TestOrders.draft(
                    "{\"orderLines\": [1, {\"unit\": \"UN\"}, null, [], {\"glAnalysis\": [\"\", {\"account\": 1}]}]}");

            assertThat(errors(draft))
                    .containsExactly(
                            "WRONG_TYPE /orderLines/0",
                            "WRONG_TYPE /orderLines/2",
                            "WRONG_TYPE /orderLines/3",
                            "WRONG_TYPE /orderLines/4/glAnalysis/0",
                            "WRONG_TYPE /orderLines/4/glAnalysis/1/account");
            assertThat(draft.lineCount()).isEqualTo(5);
            assertThat(draft.order().orderLines()).hasSize(5);
            assertThat(draft.order().orderLines().get(1).unit()).isEqualTo("UN");
        }

        @Test
        void messagesNameMemberTypeAndValue() {
            assertThat(TestOrders.draft("{\"customerId\": 1000, \"invoicing\": []}")
                            .syntaxErrors())
                    .containsExactly(
                            OrderError.of(
                                    ErrorCode.WRONG_TYPE,
                                    "/customerId",
                                    "customerId must be text, but is the number 1000.",
                                    "1000"),
                            OrderError.of(
                                    ErrorCode.WRONG_TYPE,
                                    "/invoicing",
                                    "invoicing must be an object, but is an array."));
        }
    }

    @Nested
    class NotGiven {

        @ParameterizedTest
        @ValueSource(strings = {"null", "\"\""})
        void isNoError(String value) {
            DraftOrder draft = anOrder()
                    .withJson("isBilledAtProject", value)
                    .withJson("followUp", value)
                    .withJson("orderNumber", value)
                    .withJson("period", value)
                    .withJson("invoicing", value)
                    .withJson("defaultGLAnalysis", value)
                    .withOnlyLine(aLine().withPrice(value).withJson("glAnalysis", value))
                    .toDraft();

            assertThat(draft.syntaxErrors()).isEmpty();
            assertThat(draft.order().followUp()).isNull();
            assertThat(draft.order().orderNumber()).isNull();
            assertThat(draft.order().invoicing()).isNull();
            assertThat(draft.order().orderLines().get(0).price()).isNull();
            assertThat(draft.order().orderLines().get(0).glAnalysis()).isNull();
        }

        @Test
        void emptyTextStaysAsItIs() {
            assertThat(TestOrders.draft("{\"notes\": \"\", \"externalOrderId\": null}")
                            .order()
                            .notes())
                    .isEmpty();
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @CsvSource({"customerId, 64", "externalOrderId, 64", "accountable, 255", "externalReference, 255", "notes, 4000"
        })
        void haveALengthInCodePoints(String member, int most) {
            assertThat(errors(anOrder().with(member, "🚚".repeat(most)).toDraft()))
                    .isEmpty();
            assertThat(errors(anOrder().with(member, "🚚".repeat(most + 1)).toDraft()))
                    .containsExactly("TOO_LONG /" + member);
        }

        @Test
        void inGroupsHaveALengthToo() {
            String address = "{\"thirdPartyDeliveryAddress\": \"%s\"}";

            assertThat(errors(anOrder()
                            .withJson("deliveryInformation", address.formatted("x".repeat(4_000)))
                            .toDraft()))
                    .isEmpty();
            assertThat(errors(anOrder()
                            .withJson("deliveryInformation", address.formatted("x".repeat(4_001)))
                            .toDraft()))
                    .containsExactly("TOO_LONG /deliveryInformation/thirdPartyDeliveryAddress");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude9a\\ud83d", "a\\udc00b"})
        void refuseWhatCannotBeStored(String escaped) {
            assertThat(errors("{\"notes\": \"%s\"}".formatted(escaped))).containsExactly("INVALID_TEXT /notes");
        }

        @Test
        void showOffendingValuesPrintableAndShort() {
            assertThat(TestOrders.draft("{\"notes\": \"a\\ud800\"}").syntaxErrors())
                    .extracting(OrderError::value)
                    .containsExactly("a\uFFFD");
            assertThat(TestOrders.draft("{\"customerId\": \"" + "x".repeat(1_000_000) + "\"}")
                            .syntaxErrors())
                    .extracting(OrderError::value)
                    .containsExactly("x".repeat(99) + "…");
        }

        @Test
        void mayBeEscapedSurrogatePairs() {
            assertThat(TestOrders.draft("{\"notes\": \"\\ud83d\\ude9a\"}")
                            .order()
                            .notes())
                    .isEqualTo("🚚");
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @CsvSource({
            "1899-12-31, OUT_OF_RANGE",
            "3000-01-01, OUT_OF_RANGE",
            "2026-02-29, INVALID_DATE",
            "29.04.2026, INVALID_DATE",
            "2026-04-29T00:00:00Z, INVALID_DATE"
        })
        void outsideTheCalendarOrRangeAreErrors(String date, String code) {
            assertThat(errors(anOrder().with("orderDate", date).toDraft())).containsExactly(code + " /orderDate");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1900-01-01", "2999-12-31"})
        void atTheEndsOfTheRangeAreFine(String date) {
            assertThat(anOrder().with("orderDate", date).toDraft().order().orderDate())
                    .hasToString(date);
        }

        @Test
        void asNumbersAreOfTheWrongType() {
            assertThat(errors(anOrder().withJson("orderDate", "20260429").toDraft()))
                    .containsExactly("WRONG_TYPE /orderDate");
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "999999999999.999999, ''",
            "1000000000000, OUT_OF_RANGE",
            "0.0000001, TOO_PRECISE",
            "1e999999999, OUT_OF_RANGE",
            "1e-999999999, TOO_PRECISE"
        })
        void quantityAndPriceHaveTwelveAndSixDigits(String number, String code) {
            assertThat(errors(anOrder()
                            .withOnlyLine(aLine().withQuantity(number).withPrice(number))
                            .toDraft()))
                    .isEqualTo(
                            code.isEmpty()
                                    ? List.of()
                                    : List.of(code + " /orderLines/0/price", code + " /orderLines/0/quantity"));
        }

        @ParameterizedTest
        @CsvSource({"999999999999999.9999, ''", "1000000000000000, OUT_OF_RANGE", "0.00001, TOO_PRECISE"})
        void amountsHaveFifteenAndFourDigits(String number, String code) {
            assertThat(errors(anOrder()
                            .withOnlyLine(aLine().withCurrencyAmount(number).withSplits("{\"amount\": " + number + "}"))
                            .toDraft()))
                    .isEqualTo(
                            code.isEmpty()
                                    ? List.of()
                                    : List.of(
                                            code + " /orderLines/0/currencyAmount",
                                            code + " /orderLines/0/glAnalysis/0/amount"));
        }

        @ParameterizedTest
        @CsvSource({"99.9999, ''", "100, ''", "1000, OUT_OF_RANGE", "0.00001, TOO_PRECISE"})
        void percentagesHaveFourDecimals(String number, String code) {
            assertThat(errors(anOrder()
                            .withOnlyLine(aLine().withDiscountPercent(number)
                                    .withSplits("{\"percentageSplit\": " + number + "}"))
                            .toDraft()))
                    .isEqualTo(
                            code.isEmpty()
                                    ? List.of()
                                    : List.of(
                                            code + " /orderLines/0/lineDiscountPercent",
                                            code + " /orderLines/0/glAnalysis/0/percentageSplit"));
        }

        @ParameterizedTest
        @CsvSource({
            "1, ''",
            "999999999999999, ''",
            "0, OUT_OF_RANGE",
            "-1, OUT_OF_RANGE",
            "1000000000000000, OUT_OF_RANGE",
            "1e999999999, OUT_OF_RANGE"
        })
        void orderNumbersHaveFifteenDigits(String number, String code) {
            assertThat(errors(anOrder().withJson("orderNumber", number).toDraft()))
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code + " /orderNumber"));
        }

        @ParameterizedTest
        @CsvSource({"190001, ''", "299912, ''", "189912, OUT_OF_RANGE", "202613, OUT_OF_RANGE", "1e15, OUT_OF_RANGE"})
        void periodsAreMonths(String number, String code) {
            assertThat(errors(anOrder().withJson("period", number).toDraft()))
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code + " /period"));
        }

        @Test
        void areNeverBinaryFloatingPoint() {
            assertThat(anOrder()
                            .withOnlyLine(aLine().withPrice("123456789012.123457"))
                            .toDraft()
                            .order()
                            .orderLines()
                            .get(0)
                            .price())
                    .isEqualTo(new BigDecimal("123456789012.123457"));
        }

        @Test
        void costNoTimeHoweverLong() {
            String digits = "1" + "0".repeat(1_000_000);
            String order = """
                    {"orderNumber": %1$s, "period": 1e%1$s,
                     "orderLines": [{"price": %1$s, "quantity": 0.%1$s1, "currencyAmount": 1e-%1$s}]}""".formatted(digits);

            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(3), () -> {
                try (JsonParser parser = parser(order)) {
                    parser.nextToken();
                    assertThat(errors(new OrderReader(false, 12).read(parser)))
                            .containsExactly(
                                    "OUT_OF_RANGE /orderNumber",
                                    "OUT_OF_RANGE /period",
                                    "OUT_OF_RANGE /orderLines/0/price",
                                    "TOO_PRECISE /orderLines/0/quantity",
                                    "TOO_PRECISE /orderLines/0/currencyAmount");
                }
            });
        }
    }

    @Nested
    class TooMany {

        @Test
        void linesAreCountedButNeitherKeptNorChecked() {
            DraftOrder draft = TestOrders.draft("{\"orderLines\": [{}, {}, {\"a\": 1}, 4, {}]}", 2);

            assertThat(draft.lineCount()).isEqualTo(5);
            assertThat(draft.order().orderLines()).hasSize(2);
            assertThat(draft.syntaxErrors()).isEmpty();
        }

        @Test
        void splitsAreAnError() {
            assertThat(errors("{\"orderLines\": [{\"glAnalysis\": [%s]}]}".formatted("{},".repeat(99) + "{}")))
                    .isEmpty();
            DraftOrder draft =
                    TestOrders.draft("{\"orderLines\": [{\"glAnalysis\": [%s]}]}".formatted("{},".repeat(100) + "{}"));
            assertThat(errors(draft)).containsExactly("OUT_OF_RANGE /orderLines/0/glAnalysis");
            assertThat(draft.order().orderLines().get(0).glAnalysis()).hasSize(100);
        }

        @Test
        void errorsAreKeptUpToAHundred() {
            StringBuilder order = new StringBuilder("{");
            for (int i = 0; i < 150; i++) {
                order.append("\"x").append(i).append("\": 1,");
            }

            assertThat(errors(order + "\"notes\": \"\"}")).hasSize(100).endsWith("UNKNOWN_FIELD /x99");
        }
    }

    private static JsonParser parser(String json) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(10_000_000)
                        .build())
                .build()
                .createParser(ObjectReadContext.empty(), json);
    }

    private static List<String> errors(String json) {
        return errors(TestOrders.draft(json));
    }

    /** As «CODE /pointer». */
    private static List<String> errors(DraftOrder draft) {
        return draft.syntaxErrors().stream()
                .map(error -> error.code() + " " + error.pointer())
                .toList();
    }
}
