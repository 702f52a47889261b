package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The database items of a batch, to the last one (seed 001, «Limits &amp; Notes»). */
abstract class BatchLimits {

    abstract RunningOrdermill ordermill();

    @Test
    void admitsASmallerOrderAfterOneThatNoLongerFits() {
        Caller caller = ordermill().newTenant().caller();

        // 999 × 37 = 36,963 leave 37: the 13-item order fits, then 37 do not, then 22 do, then 1 + 3 no longer.
        JsonNode status = caller.imported(
                GeneratedOrders.simple(1003, index -> index < 999 ? 12 : new int[] {4, 12, 7, 1}[index - 999]), "");

        assertThat(status.get("succeededItems").asInt()).isEqualTo(1001);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(36_963 + 13 + 22);
        assertThat(caller.failed(status).valueStream().map(order -> order.get("itemIndex")
                        .asInt()))
                .containsExactly(1000, 1002);
    }

    @Test
    void saves516OrdersOfAThousandLinesAndRefusesThe517th() {
        Tenant tenant = ordermill().newTenant();

        JsonNode status = tenant.caller()
                .imported(
                        Gzip.of(GeneratedOrders.simple(517, 1000)),
                        "?skipWorkflow=true&companyId=" + tenant.companyId());

        assertThat(status.get("succeededItems").asInt()).isEqualTo(516);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(516 * 3001);
        JsonNode failed = tenant.caller().failed(status);
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("itemIndex").asInt()).isEqualTo(516);
        assertThat(failed.get(0).get("errors").get(0).get("message").asString())
                .isEqualTo("The number of items to be saved will exceed the maximum allowed limit of 1550000.");
    }
}
