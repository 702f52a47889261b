package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static io.ordermill.core.testing.TestOrders.completeExample;
import static io.ordermill.core.testing.TestOrders.draft;
import static io.ordermill.core.testing.TestOrders.simpleExample;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.Posting;
import io.ordermill.core.order.ValidOrder;
import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.References.Assignment;
import io.ordermill.core.reference.References.Product;
import io.ordermill.core.testing.FixedReferences;
import io.ordermill.core.testing.TestOrders.LineBuilder;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One test per rule and boundary. Today is 29 April 2026. */
class OrderValidatorTest {

    private static final OrderLimits LIMITS =
            new OrderLimits(new OrderLimits.WithWorkflow(12, 37_000), new OrderLimits.SkipWorkflow(1_000, 1_550_000));

    private final FixedReferences references = FixedReferences.likeTheSeed();
    private Clock clock = Clock.fixed(Instant.parse("2026-04-29T10:00:00Z"), ZoneId.systemDefault());
    private boolean skipWorkflow;

    @Nested
    class SeedExamples {

        @Test
        void acceptsBothOrdersOfTheSimpleExample() {
            JsonNode orders = JsonMapper.shared().readTree(simpleExample());

            assertThat(orders).hasSize(2).allSatisfy(order -> accepted(draft(order.toString())));
        }

        @Test
        void acceptsTheCompleteExampleUnchanged() {
            JsonNode orders = JsonMapper.shared().readTree(completeExample());
            DraftOrder draft = draft(orders.get(0).toString());

            assertThat(accepted(draft).order()).isEqualTo(draft.order());
        }
    }

    @Nested
    class Structure {

        @Test
        void refusesAnElementThatIsNoObject() {
            Judgement judgement = validator().judge(null, references, skipWorkflow);

            assertThat(judgement)
                    .isEqualTo(new Judgement.Refused(
                            null,
                            List.of(OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "An order must be a JSON object."))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"customerId", "transactionType", "responsible", "salesPerson"})
        void requiresHeaderMember(String member) {
            assertThat(errors(anOrder().without(member))).containsExactly("REQUIRED /" + member);
            assertThat(errors(anOrder().with(member, ""))).containsExactly("REQUIRED /" + member);
            assertThat(errors(anOrder().withJson(member, "null"))).containsExactly("REQUIRED /" + member);
        }

        @ParameterizedTest
        @ValueSource(strings = {"productCode", "quantity"})
        void requiresLineMember(String member) {
            assertThat(errors(aLine().without(member))).containsExactly("REQUIRED /orderLines/0/" + member);
            assertThat(errors(aLine().with(member, ""))).containsExactly("REQUIRED /orderLines/0/" + member);
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "\"\""})
        void requiresALine(String lines) {
            assertThat(errors(anOrder().withJson("orderLines", lines))).containsExactly("REQUIRED /orderLines");
            assertThat(errors(anOrder().withoutLines())).containsExactly("REQUIRED /orderLines");
        }

        @Test
        void doesNotCallAMemberMissingThatCouldNotBeRead() {
            assertThat(errors(anOrder()
                            .withJson("customerId", "1000")
                            .withOnlyLine(aLine().withQuantity("\"1\"").withPrice("true"))))
                    .containsExactly(
                            "WRONG_TYPE /customerId",
                            "WRONG_TYPE /orderLines/0/price",
                            "WRONG_TYPE /orderLines/0/quantity");
            assertThat(errors(anOrder().withJson("orderLines", "{}"))).containsExactly("WRONG_TYPE /orderLines");
            assertThat(errors(anOrder().withJson("orderLines", "[1]"))).containsExactly("WRONG_TYPE /orderLines/0");
        }

        @Test
        void refusesAnOrderForItsSyntaxAlone() {
            assertThat(errors(anOrder().with("custmerId", "1000"))).containsExactly("UNKNOWN_FIELD /custmerId");
        }

        @Test
        void collectsAllErrorsSyntaxFirst() {
            assertThat(errors(anOrder()
                            .withUnknownCustomer()
                            .with("followUp", "tomorrow")
                            .with("orderStatus", "X")
                            .withUnknownProduct()))
                    .containsExactly(
                            "INVALID_DATE /followUp",
                            "OUT_OF_RANGE /orderStatus",
                            "UNKNOWN_CUSTOMER /customerId",
                            "UNKNOWN_PRODUCT /orderLines/0/productCode");
        }

        @Test
        void keepsAtMostAHundredErrors() {
            skipWorkflow = true;
            OrderBuilder order = anOrder().withoutLines();
            for (int i = 0; i < 101; i++) {
                order.withLine(aLine().withProduct("NOTHING"));
            }

            assertThat(errors(order)).hasSize(100).endsWith("UNKNOWN_PRODUCT /orderLines/99/productCode");
        }
    }

    @Nested
    class LineLimits {

        @Test
        void acceptsTwelveLinesWithWorkflow() {
            accepted(anOrder().withLines(12).toDraft());
        }

        @Test
        void refusesThirteenLinesWithWorkflow() {
            assertThat(refused(anOrder().withLines(13).toDraft()))
                    .containsExactly(OrderError.of(
                            ErrorCode.LINE_LIMIT_EXCEEDED,
                            "/orderLines",
                            "The number of detail lines per order exceeds the maximum allowed limit of 12.",
                            13));
        }

        @Test
        void acceptsAThousandLinesWithoutWorkflow() {
            skipWorkflow = true;
            accepted(anOrder().withLines(1_000).toDraft());
        }

        @Test
        void refusesAThousandAndOneLinesWithoutWorkflow() {
            skipWorkflow = true;
            assertThat(refused(anOrder().withLines(1_001).toDraft()))
                    .extracting(OrderError::message)
                    .containsExactly("The number of detail lines per order exceeds the maximum allowed limit of 1000.");
        }

        @Test
        void stillChecksTheLinesThatWereKept() {
            String order = anOrder()
                    .withUnknownProduct()
                    .withLine(aLine())
                    .withLine(aLine())
                    .toJson();

            assertThat(new OrderValidator(
                                    new OrderLimits(new OrderLimits.WithWorkflow(2, 37_000), LIMITS.skipWorkflow()),
                                    new OrderSettings(List.of("N")),
                                    clock)
                            .judge(draft(order, 2), references, false))
                    .isInstanceOfSatisfying(Judgement.Refused.class, refused -> assertThat(refused.errors())
                            .extracting(OrderError::code)
                            .containsExactly(ErrorCode.LINE_LIMIT_EXCEEDED, ErrorCode.UNKNOWN_PRODUCT));
        }
    }

    @Nested
    class KnownReferenceData {

        @ParameterizedTest
        @CsvSource({
            "customerId, UNKNOWN_CUSTOMER",
            "responsible, UNKNOWN_REFERENCE",
            "salesPerson, UNKNOWN_REFERENCE",
            "transactionType, UNKNOWN_TRANSACTION_TYPE",
            "currencyCode, UNKNOWN_REFERENCE"
        })
        void refusesUnknownHeaderReference(String member, String code) {
            assertThat(errors(anOrder().with(member, "NOBODY"))).containsExactly(code + " /" + member);
        }

        @Test
        void refusesOrderWithUnknownCustomerAndNamesIt() {
            assertThat(refused(anOrder().withUnknownCustomer().toDraft()))
                    .containsExactly(OrderError.of(
                            ErrorCode.UNKNOWN_CUSTOMER, "/customerId", "Customer NOBODY does not exist.", "NOBODY"));
        }

        @ParameterizedTest
        @ValueSource(strings = {" 1000", "1000 ", "01000"})
        void comparesIdsExactly(String customerId) {
            assertThat(errors(anOrder().withCustomer(customerId))).containsExactly("UNKNOWN_CUSTOMER /customerId");
        }

        @Test
        void comparesIdsByCase() {
            assertThat(errors(anOrder().with("responsible", "fred"))).containsExactly("UNKNOWN_REFERENCE /responsible");
        }

        @Test
        void refusesUnknownProduct() {
            assertThat(errors(anOrder().withUnknownProduct()))
                    .containsExactly("UNKNOWN_PRODUCT /orderLines/0/productCode");
        }

        @Test
        void doesNotAskForThePriceOfAnUnknownProduct() {
            assertThat(errors(aLine().withProduct("NOTHING").withoutPrice()))
                    .containsExactly("UNKNOWN_PRODUCT /orderLines/0/productCode");
        }

        @Test
        void refusesWhatIsSwitchedOff() {
            assertThat(errors(anOrder()
                            .withCustomer("GONE")
                            .with("responsible", "GONE")
                            .with("salesPerson", "GONE")
                            .withJson("invoicing", "{\"invoiceRecipientId\": \"GONE\"}")
                            .withOnlyLine(aLine().withProduct("GONE"))))
                    .containsExactly(
                            "INACTIVE_REFERENCE /customerId",
                            "INACTIVE_REFERENCE /responsible",
                            "INACTIVE_REFERENCE /salesPerson",
                            "INACTIVE_REFERENCE /invoicing/invoiceRecipientId",
                            "INACTIVE_REFERENCE /orderLines/0/productCode");
        }

        @Test
        void refusesUnknownReferencesInGroups() {
            assertThat(
                            errors(
                                    anOrder()
                                            .withJson(
                                                    "deliveryInformation",
                                                    "{\"deliveryMethod\": \"X\", \"deliveryTerms\": \"X\"}")
                                            .withJson(
                                                    "invoicing",
                                                    "{\"invoiceRecipientId\": \"X\", \"paymentMethod\": \"X\", \"paymentTerms\": \"X\"}")))
                    .containsExactly(
                            "UNKNOWN_REFERENCE /deliveryInformation/deliveryMethod",
                            "UNKNOWN_REFERENCE /deliveryInformation/deliveryTerms",
                            "UNKNOWN_CUSTOMER /invoicing/invoiceRecipientId",
                            "UNKNOWN_REFERENCE /invoicing/paymentMethod",
                            "UNKNOWN_REFERENCE /invoicing/paymentTerms");
        }

        @Test
        void refusesUnknownReferencesOfALine() {
            assertThat(errors(aLine().with("unit", "X").withSplits("""
                                    {"account": "X", "taxCode": "X", "accounting": {"dim2": {"dimValue": "X"}}}""")))
                    .containsExactly(
                            "UNKNOWN_REFERENCE /orderLines/0/unit",
                            "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/accounting/dim2/dimValue",
                            "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/account",
                            "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/taxCode");
        }

        @Test
        void refusesUnknownDefaultDimensionAndNamesTheValueAsGiven() {
            assertThat(refused(anOrder()
                            .withJson("defaultGLAnalysis", "{\"dim2\": {\"dimValue\": \"9/9\"}}")
                            .toDraft()))
                    .containsExactly(OrderError.of(
                            ErrorCode.UNKNOWN_REFERENCE,
                            "/defaultGLAnalysis/dim2/dimValue",
                            "Dimension 2 value 9/9 does not exist.",
                            "9/9"));
        }

        @Test
        void checksDimensionValuesWithinTheirDimension() {
            assertThat(errors(anOrder().withJson("defaultGLAnalysis", "{\"dim3\": {\"dimValue\": \"120\"}}")))
                    .containsExactly("UNKNOWN_REFERENCE /defaultGLAnalysis/dim3/dimValue");
        }

        @Test
        void doesNotCheckAKindTheCompanyHasNoRowOf() {
            references.withoutAny(ReferenceKind.UNITS).withoutAny(ReferenceKind.PERIODS);

            accepted(anOrder()
                    .withJson("period", "190001")
                    .withOnlyLine(aLine().with("unit", "X"))
                    .toDraft());
        }

        @Test
        void alwaysChecksCustomersProductsSalesPersonsAndTypes() {
            references
                    .withoutAny(ReferenceKind.CUSTOMERS)
                    .withoutAny(ReferenceKind.PRODUCTS)
                    .withoutAny(ReferenceKind.SALES_PERSONS)
                    .withoutAny(ReferenceKind.TRANSACTION_TYPES);

            assertThat(errors(anOrder())).hasSize(5);
        }
    }

    @Nested
    class Period {

        @Test
        void refusesAClosedPeriod() {
            assertThat(errors(anOrder().withJson("period", "202512"))).containsExactly("PERIOD_CLOSED /period");
        }

        @Test
        void refusesAnUnknownPeriod() {
            assertThat(errors(anOrder().withJson("period", "202701"))).containsExactly("UNKNOWN_REFERENCE /period");
        }

        @Test
        void checksThePeriodOfTheOrderDateWhereNoneIsGiven() {
            assertThat(errors(anOrder().with("orderDate", "2025-12-31"))).containsExactly("PERIOD_CLOSED /period");
        }

        @Test
        void checksTheGivenPeriodInsteadOfTheOrderDate() {
            accepted(anOrder()
                    .with("orderDate", "2025-12-31")
                    .withJson("period", "202601")
                    .toDraft());
        }

        @Test
        void checksThePeriodOfTodayWhereNothingIsGiven() {
            clock = Clock.fixed(Instant.parse("2025-12-31T23:59:59Z"), ZoneOffset.UTC);

            assertThat(errors(anOrder())).containsExactly("PERIOD_CLOSED /period");
        }

        @Test
        void staysSilentWhereTheDateCouldNotBeRead() {
            assertThat(errors(anOrder().with("orderDate", "1899-12-31"))).containsExactly("OUT_OF_RANGE /orderDate");
        }

        @Test
        void asksForBothMonthsWhenMidnightIsNear() {
            clock = Clock.fixed(Instant.parse("2026-04-30T23:59:59Z"), ZoneOffset.UTC);

            assertThat(validator().references(anOrder().toDraft()))
                    .contains(ReferenceKey.period(202604), ReferenceKey.period(202605));
        }
    }

    @Nested
    class OrderNumbers {

        @Test
        void manualSeriesNeedsANumber() {
            assertThat(errors(anOrder().withTransactionType("SM")))
                    .containsExactly("ORDER_NUMBER_REQUIRED /orderNumber");
            accepted(anOrder().withTransactionType("SM").withOrderNumber(1).toDraft());
        }

        @Test
        void automaticSeriesTakesNoNumber() {
            assertThat(errors(anOrder().withTransactionType("SA").withOrderNumber(5)))
                    .containsExactly("OUT_OF_RANGE /orderNumber");
            assertThat(accepted(anOrder().withTransactionType("SA").toDraft())
                            .order()
                            .orderNumber())
                    .isNull();
        }

        @Test
        void eitherSeriesTakesANumberOrNone() {
            assertThat(accepted(anOrder().withOrderNumber(7).toDraft()).order().orderNumber())
                    .isEqualTo(7);
            ValidOrder unnumbered = accepted(anOrder().toDraft());
            assertThat(unnumbered.order().orderNumber()).isNull();
            assertThat(unnumbered.numberSeries()).isEqualTo("SO");
        }

        @ParameterizedTest
        @CsvSource({"99, false", "100, true", "200, true", "201, false"})
        void numberLiesWithinTheSeries(long number, boolean accepted) {
            references.withTransactionType("SO", Assignment.EITHER, 100, 200);

            assertThat(errors(anOrder().withOrderNumber(number)).isEmpty()).isEqualTo(accepted);
        }

        @Test
        void namesNumberAndSeriesOfANumberOutside() {
            references.withTransactionType("SO", Assignment.EITHER, 100, 200);

            assertThat(refused(anOrder().withOrderNumber(99).toDraft()))
                    .containsExactly(OrderError.of(
                            ErrorCode.OUT_OF_RANGE,
                            "/orderNumber",
                            "Order number 99 is outside the series SO, 100 … 200.",
                            99));
        }

        @Test
        void manualSeriesDoesNotAskForANumberThatCouldNotBeRead() {
            assertThat(errors(anOrder().withTransactionType("SM").with("orderNumber", "1")))
                    .containsExactly("WRONG_TYPE /orderNumber");
        }
    }

    @Nested
    class Values {

        @ParameterizedTest
        @CsvSource({"0, false", "-1, false", "0.000001, true", "999999999999, true"})
        void quantityIsPositive(String quantity, boolean accepted) {
            assertThat(errors(aLine().withQuantity(quantity)))
                    .isEqualTo(accepted ? List.of() : List.of("OUT_OF_RANGE /orderLines/0/quantity"));
        }

        @ParameterizedTest
        @CsvSource({"-0.01, false", "0, true", "-0.0, true", "0.000001, true"})
        void priceIsNotNegative(String price, boolean accepted) {
            assertThat(errors(aLine().withPrice(price)))
                    .isEqualTo(accepted ? List.of() : List.of("OUT_OF_RANGE /orderLines/0/price"));
        }

        @ParameterizedTest
        @CsvSource({"-0.0001, false", "0, true", "100, true", "100.0001, false"})
        void discountIsAPercentage(String discount, boolean accepted) {
            assertThat(errors(aLine().withDiscountPercent(discount)))
                    .isEqualTo(accepted ? List.of() : List.of("OUT_OF_RANGE /orderLines/0/lineDiscountPercent"));
        }

        @ParameterizedTest
        @CsvSource({"N, true", "'', true", "n, false", "F, false"})
        void statusesAreNewOrAbsent(String status, boolean accepted) {
            assertThat(errors(anOrder().with("orderStatus", status).withOnlyLine(aLine().with("status", status))))
                    .isEqualTo(
                            accepted
                                    ? List.of()
                                    : List.of("OUT_OF_RANGE /orderStatus", "OUT_OF_RANGE /orderLines/0/status"));
        }
    }

    @Nested
    class Amounts {

        @ParameterizedTest
        @CsvSource({
            // quantity, price, discount, currencyAmount
            "1,   50,     0,    50",
            "3,   0.335,  0,    1.01", // 1.005 rounds up
            "1,   0.005,  0,    0.01",
            "1,   0.0049, 0,    0",
            "50,  0.9,    10,   40.5",
            "1,   100,    33.3333, 66.67",
            "7,   0,      0,    0",
            "1,   99,     100,  0"
        })
        void amountIsQuantityTimesPriceLessDiscountRoundedHalfUp(
                String quantity, String price, String discount, String amount) {
            LineBuilder line = aLine().withQuantity(quantity).withPrice(price).withDiscountPercent(discount);

            assertThat(line(line).currencyAmount()).isEqualByComparingTo(amount);
        }

        @ParameterizedTest
        @CsvSource({"49.98, false", "49.99, true", "50, true", "50.01, true", "50.0101, false", "-50, false"})
        void givenAmountMayDifferByOneMinorUnit(String amount, boolean accepted) {
            assertThat(errors(aLine().withCurrencyAmount(amount)))
                    .isEqualTo(accepted ? List.of() : List.of("AMOUNT_MISMATCH /orderLines/0/currencyAmount"));
        }

        @Test
        void givenAmountIsKept() {
            assertThat(line(aLine().withCurrencyAmount("50.01")).currencyAmount())
                    .isEqualByComparingTo("50.01");
        }

        @Test
        void minorUnitIsThatOfTheCurrency() {
            OrderBuilder order = anOrder().withCustomer("JAPAN");

            assertThat(errors(order.withOnlyLine(aLine().withPrice("49.5").withCurrencyAmount("51"))))
                    .isEmpty();
            assertThat(errors(order.withOnlyLine(aLine().withPrice("49.5").withCurrencyAmount("52"))))
                    .containsExactly("AMOUNT_MISMATCH /orderLines/0/currencyAmount");
        }

        @Test
        void decimalsOfAnUnlistedCurrencyAreThoseOfIso4217() {
            references.withoutAny(ReferenceKind.CURRENCIES);

            assertThat(accepted(anOrder()
                                    .with("currencyCode", "KWD")
                                    .withOnlyLine(aLine().withPrice("0.0005"))
                                    .toDraft())
                            .totalAmount())
                    .isEqualByComparingTo("0.001");
        }

        @Test
        void amountsOfACurrencyWithManyDecimalsHaveFour() {
            references.withCurrency("GBP", 99);

            assertThat(line(aLine().withPrice("0.00005")).currencyAmount()).isEqualByComparingTo("0.0001");
        }

        @Test
        void amountThatDoesNotFitIsOutOfRange() {
            assertThat(errors(aLine().withQuantity("999999999999").withPrice("1000.1")))
                    .containsExactly("OUT_OF_RANGE /orderLines/0/currencyAmount");
            assertThat(line(aLine().withQuantity("999999999999").withPrice("1000"))
                            .currencyAmount())
                    .isEqualByComparingTo("999999999999000");
        }

        @Test
        void taxThatDoesNotFitIsOutOfRange() {
            references.withTaxCode("3N", "200");

            assertThat(errors(aLine().withQuantity("999999999999").withPrice("1000")))
                    .containsExactly("OUT_OF_RANGE /orderLines/0/currencyAmount");
        }

        @Test
        void givenPriceWinsOverTheProducts() {
            assertThat(line(aLine().withPrice("0")).price()).isZero();
            assertThat(line(aLine().withoutPrice()).price()).isEqualByComparingTo("50");
            assertThat(line(aLine().with("price", "")).price()).isEqualByComparingTo("50");
        }

        @Test
        void priceIsRequiredWhereTheProductHasNone() {
            assertThat(errors(aLine().withProduct("BARE").withoutPrice()))
                    .containsExactly("REQUIRED /orderLines/0/price");
        }

        @Test
        void productsPriceMustNotBeNegativeEither() {
            references.withProduct(new Product("1000", new BigDecimal("-1"), null, null, null, true));

            assertThat(errors(aLine().withoutPrice())).containsExactly("OUT_OF_RANGE /orderLines/0/price");
        }

        @Test
        void currencyIsRequiredWhereTheCustomerHasNone() {
            assertThat(errors(anOrder().withCustomer("BARE"))).containsExactly("REQUIRED /currencyCode");
            accepted(anOrder().withCustomer("BARE").with("currencyCode", "GBP").toDraft());
        }

        @Test
        void totalIsTheSumOfTheLines() {
            assertThat(accepted(anOrder()
                                    .withLine(aLine().withPrice("0.335").withQuantity("3"))
                                    .withLine(aLine().withCurrencyAmount("50.01"))
                                    .toDraft())
                            .totalAmount())
                    .isEqualByComparingTo("101.02");
        }

        @Test
        void totalThatDoesNotFitIsOutOfRange() {
            skipWorkflow = true;
            references.withTaxCode("3N", "0");
            OrderLimits many = new OrderLimits(LIMITS.withWorkflow(), new OrderLimits.SkipWorkflow(2_000, 9_999));
            OrderBuilder order = anOrder().withoutLines();
            for (int i = 0; i < 1_001; i++) {
                order.withLine(aLine().withQuantity("999999999999").withPrice("1000"));
            }

            Judgement judgement = new OrderValidator(many, new OrderSettings(List.of("N")), clock)
                    .judge(draft(order.toJson(), 2_000), references, true);

            assertThat(judgement)
                    .isInstanceOfSatisfying(Judgement.Refused.class, refused -> assertThat(refused.errors())
                            .extracting(OrderError::code, OrderError::pointer)
                            .containsExactly(tuple(ErrorCode.OUT_OF_RANGE, "/orderLines")));
        }
    }

    @Nested
    class SplitsOfALine {

        @ParameterizedTest
        @CsvSource({"100, true", "99.9999, false", "0, false"})
        void percentageOfASingleEntryIsAHundred(String percent, boolean accepted) {
            assertThat(errors(aLine().withSplits("{\"percentageSplit\": %s}".formatted(percent))))
                    .isEqualTo(accepted ? List.of() : List.of("SPLIT_MISMATCH /orderLines/0/glAnalysis"));
        }

        @ParameterizedTest
        @CsvSource({"33.3333, 33.3333, 33.3334, true", "33.3333, 33.3333, 33.3333, false", "50, 50, 0, true"})
        void percentagesAddUpToExactlyAHundred(String one, String two, String three, boolean accepted) {
            assertThat(errors(aLine().withSplits(percent(one), percent(two), percent(three))))
                    .isEqualTo(accepted ? List.of() : List.of("SPLIT_MISMATCH /orderLines/0/glAnalysis"));
        }

        @Test
        void percentagesAreOutOfRangeOneByOne() {
            assertThat(errors(aLine().withSplits(percent("100.5"), percent("-0.5"))))
                    .containsExactly(
                            "OUT_OF_RANGE /orderLines/0/glAnalysis/0/percentageSplit",
                            "OUT_OF_RANGE /orderLines/0/glAnalysis/1/percentageSplit");
        }

        @ParameterizedTest
        @CsvSource({"20, 29.98, false", "20, 29.99, true", "20, 30.01, true", "20, 30.02, false", "-10, 60, true"})
        void amountsAddUpToTheLineWithinOneMinorUnit(String one, String two, boolean accepted) {
            assertThat(errors(aLine().withSplits(amount(one), amount(two))))
                    .isEqualTo(accepted ? List.of() : List.of("AMOUNT_MISMATCH /orderLines/0/glAnalysis"));
        }

        @Test
        void eachOfSeveralEntriesSaysItsShare() {
            assertThat(errors(aLine().withSplits("{}", "{}")))
                    .containsExactly("SPLIT_MISMATCH /orderLines/0/glAnalysis");
            assertThat(errors(aLine().withSplits(percent("100"), "{}")))
                    .containsExactly("SPLIT_MISMATCH /orderLines/0/glAnalysis");
            assertThat(errors(aLine().withSplits(percent("50"), amount("25"))))
                    .containsExactly(
                            "SPLIT_MISMATCH /orderLines/0/glAnalysis", "AMOUNT_MISMATCH /orderLines/0/glAnalysis");
        }

        @Test
        void aSingleEntryNeedsNoShare() {
            accepted(anOrder().withOnlyLine(aLine().withSplits("{}")).toDraft());
        }

        @Test
        void staysSilentWhereAShareCouldNotBeRead() {
            assertThat(errors(aLine().withSplits(percent("\"50\""), percent("50"))))
                    .containsExactly("WRONG_TYPE /orderLines/0/glAnalysis/0/percentageSplit");
        }

        @Test
        void amountsOfAGivenLineAmountAreComparedWithIt() {
            assertThat(errors(aLine().withCurrencyAmount("50.01").withSplits(amount("50.02"))))
                    .isEmpty();
            assertThat(errors(aLine().withCurrencyAmount("50.01").withSplits(amount("49.99"))))
                    .containsExactly("AMOUNT_MISMATCH /orderLines/0/glAnalysis");
        }
    }

    @Nested
    class DefaultsFilledIn {

        @Test
        void currencyDatePeriodUnitPriceAndAmountComeFromReferenceDataAndToday() {
            ValidOrder order =
                    accepted(anOrder().withOnlyLine(aLine().withoutPrice()).toDraft());

            assertThat(order.order().currencyCode()).isEqualTo("GBP");
            assertThat(order.order().orderDate()).isEqualTo(LocalDate.of(2026, 4, 29));
            assertThat(order.order().period()).isEqualTo(202604);
            assertThat(order.order().orderLines()).singleElement().satisfies(line -> {
                assertThat(line.unit()).isEqualTo("UN");
                assertThat(line.price()).isEqualByComparingTo("50");
                assertThat(line.currencyAmount()).isEqualByComparingTo("50");
            });
        }

        @Test
        void emptyTextsAreFilledInToo() {
            ValidOrder order = accepted(anOrder()
                    .with("currencyCode", "")
                    .with("orderDate", "")
                    .with("period", "")
                    .withOnlyLine(aLine().with("unit", ""))
                    .toDraft());

            assertThat(order.order().currencyCode()).isEqualTo("GBP");
            assertThat(order.order().period()).isEqualTo(202604);
            assertThat(order.order().orderLines().get(0).unit()).isEqualTo("UN");
        }

        @Test
        void todayIsTodayInUtc() {
            clock = Clock.fixed(Instant.parse("2026-04-30T23:30:00Z"), ZoneId.of("Asia/Tokyo"));

            assertThat(accepted(anOrder().toDraft()).order().orderDate()).isEqualTo("2026-04-30");
        }

        @Test
        void periodFollowsTheGivenOrderDate() {
            assertThat(accepted(anOrder().with("orderDate", "2026-11-03").toDraft())
                            .order()
                            .period())
                    .isEqualTo(202611);
        }

        @Test
        void databaseItemsAreOnePlusThreePerLine() {
            assertThat(accepted(anOrder().withLines(4).toDraft()).databaseItems())
                    .isEqualTo(13);
        }
    }

    @Nested
    class PostingsOfAnOrder {

        @Test
        void aLineWithoutSplitMakesOneRevenueAndOneTaxPosting() {
            assertThat(accepted(anOrder().toDraft()).postings())
                    .extracting(
                            Posting::lineNumber,
                            Posting::splitNumber,
                            Posting::kind,
                            Posting::account,
                            posting -> posting.amount().stripTrailingZeros().toPlainString(),
                            Posting::taxCode)
                    .containsExactly(
                            tuple(1, 1, Posting.Kind.REVENUE, "3000", "50", "3N"),
                            tuple(1, 1, Posting.Kind.TAX, "3000", "12.5", "3N"));
        }

        @Test
        void lastEntryTakesWhatRoundingLeftOver() {
            assertThat(revenues(aLine().withPrice("100")
                            .withSplits(percent("33.3333"), percent("33.3333"), percent("33.3334"))))
                    .containsExactly("33.33", "33.33", "33.34");
            assertThat(revenues(aLine().withPrice("0.01").withSplits(percent("50"), percent("50"))))
                    .containsExactly("0.01", "0");
        }

        @Test
        void givenAmountsArePostedAsGiven() {
            assertThat(revenues(aLine().withSplits(amount("20.005"), amount("30"))))
                    .containsExactly("20.005", "30");
        }

        @Test
        void taxIsRoundedHalfUpPerEntry() {
            references.withTaxCode("3N", "12.5");

            assertThat(taxes(aLine().withPrice("0.06").withQuantity("2").withSplits(percent("50"), percent("50"))))
                    .containsExactly("0.01", "0.01");
        }

        @Test
        void taxIsNothingWithoutPercent() {
            assertThat(taxes(aLine().withProduct("BARE"))).containsExactly("0");
            assertThat(taxes(aLine().withSplits("{\"taxCode\": \"0\"}"))).containsExactly("0");
        }

        @Test
        void entryComesBeforeProductAndOrder() {
            List<Posting> postings = accepted(anOrder()
                            .withJson("defaultGLAnalysis", "{\"dim1\": {\"dimValue\": \"120\"}}")
                            .withOnlyLine(aLine().withSplits("""
                                            {"percentageSplit": 50, "account": "3013", "taxCode": "0",
                                             "accounting": {"dim1": {"dimValue": ""}, "dim2": {"dimValue": "1000"}}}""", percent("50")))
                            .toDraft())
                    .postings();

            assertThat(postings)
                    .extracting(Posting::account, Posting::taxCode, posting -> posting.dimensions()
                            .subList(0, 3))
                    .containsExactly(
                            tuple("3013", "0", asList("120", "1000", null)),
                            tuple("3013", "0", asList("120", "1000", null)),
                            tuple("3000", "3N", asList("120", null, null)),
                            tuple("3000", "3N", asList("120", null, null)));
        }

        private List<String> revenues(LineBuilder line) {
            return amounts(line, Posting.Kind.REVENUE);
        }

        private List<String> taxes(LineBuilder line) {
            return amounts(line, Posting.Kind.TAX);
        }

        private List<String> amounts(LineBuilder line, Posting.Kind kind) {
            return accepted(anOrder().withOnlyLine(line).toDraft()).postings().stream()
                    .filter(posting -> posting.kind() == kind)
                    .map(posting -> posting.amount().stripTrailingZeros().toPlainString())
                    .toList();
        }
    }

    private static String percent(String number) {
        return "{\"percentageSplit\": %s}".formatted(number);
    }

    private static String amount(String number) {
        return "{\"amount\": %s}".formatted(number);
    }

    private OrderValidator validator() {
        return new OrderValidator(LIMITS, new OrderSettings(List.of("N")), clock);
    }

    /** Only keys the validator asked for are resolved, so that a rule which asks for another one fails. */
    private Judgement judge(DraftOrder draft) {
        return validator().judge(draft, references.resolving(validator().references(draft)), skipWorkflow);
    }

    private ValidOrder accepted(DraftOrder draft) {
        Judgement judgement = judge(draft);
        assertThat(judgement).isInstanceOf(Judgement.Accepted.class);
        return ((Judgement.Accepted) judgement).order();
    }

    private OrderLine line(LineBuilder line) {
        return accepted(anOrder().withOnlyLine(line).toDraft())
                .order()
                .orderLines()
                .get(0);
    }

    private List<OrderError> refused(DraftOrder draft) {
        Judgement judgement = judge(draft);
        assertThat(judgement).isInstanceOf(Judgement.Refused.class);
        return ((Judgement.Refused) judgement).errors();
    }

    /** As «CODE /pointer»; none where the order is accepted. */
    private List<String> errors(OrderBuilder order) {
        return judge(order.toDraft()) instanceof Judgement.Refused refused
                ? refused.errors().stream()
                        .map(error -> error.code() + " " + error.pointer())
                        .toList()
                : List.of();
    }

    private List<String> errors(LineBuilder line) {
        return errors(anOrder().withOnlyLine(line));
    }
}
