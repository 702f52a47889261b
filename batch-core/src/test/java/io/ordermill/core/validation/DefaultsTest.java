package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ValidOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DefaultsTest extends Judging {

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
        assertThat(accepted(anOrder().withLines(4).toDraft()).databaseItems()).isEqualTo(13);
    }
}
