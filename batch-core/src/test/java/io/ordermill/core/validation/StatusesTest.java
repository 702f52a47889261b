package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest extends Judging {

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
