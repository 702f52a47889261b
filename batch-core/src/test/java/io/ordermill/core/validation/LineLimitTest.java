package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static io.ordermill.core.testing.TestOrders.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLimitTest extends Judging {

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
