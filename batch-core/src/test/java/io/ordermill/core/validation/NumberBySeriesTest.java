package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.ValidOrder;
import io.ordermill.core.reference.References.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberBySeriesTest extends Judging {

    @Test
    void manualSeriesNeedsANumber() {
        assertThat(errors(anOrder().withTransactionType("SM"))).containsExactly("ORDER_NUMBER_REQUIRED /orderNumber");
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
