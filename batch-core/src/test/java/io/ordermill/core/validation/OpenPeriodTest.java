package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.reference.ReferenceKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OpenPeriodTest extends Judging {

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
