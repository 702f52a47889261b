package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineValuesTest extends Judging {

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
}
