package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static io.ordermill.core.testing.TestOrders.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.References.Product;
import io.ordermill.core.testing.TestOrders.LineBuilder;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineAmountsTest extends Judging {

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
        assertThat(line(aLine().withCurrencyAmount("50.01")).currencyAmount()).isEqualByComparingTo("50.01");
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
        assertThat(line(aLine().withQuantity("999999999999").withPrice("1000")).currencyAmount())
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
        assertThat(errors(aLine().withProduct("BARE").withoutPrice())).containsExactly("REQUIRED /orderLines/0/price");
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

        assertThat(judgement).isInstanceOfSatisfying(Judgement.Refused.class, refused -> assertThat(refused.errors())
                .extracting(OrderError::code, OrderError::pointer)
                .containsExactly(tuple(ErrorCode.OUT_OF_RANGE, "/orderLines")));
    }
}
