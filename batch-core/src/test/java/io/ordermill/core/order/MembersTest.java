package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersTest {

    private final Members order = Members.of(SalesOrder.class).ignoring("errors");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "custmerId, customerId",
                "CUSTOMERID, customerId",
                "customer_id, customerId",
                "orderLine, orderLines",
                "perod, period",
                "foo, -",
                "x, -",
                "somethingElseAltogether, -"
            })
    void findsTheNameThatWasMeant(String misspelt, String nearest) {
        assertThat(order.nearest(misspelt)).isEqualTo(nearest);
    }

    @Test
    void findsNothingForAnEndlessName() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThat(order.nearest("customerId".repeat(100_000))).isNull());
    }

    @Test
    void remembersWhatItMet() {
        Members.Seen seen = order.walk();

        assertThat(seen.add("period")).isTrue();
        assertThat(seen.add("notes")).isTrue();
        assertThat(seen.add("period")).isFalse();
    }

    @Test
    void knowsItsOwnNamesOnly() {
        assertThat(order.has("period")).isTrue();
        assertThat(order.has("Period")).isFalse();
        assertThat(order.has("errors")).isFalse();
        assertThat(order.ignores("errors")).isTrue();
        assertThat(order.ignores("period")).isFalse();
    }
}
