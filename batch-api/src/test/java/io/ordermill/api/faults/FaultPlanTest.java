package io.ordermill.api.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.faults.FaultPlan.Kind;
import io.ordermill.api.faults.FaultPlan.Strike;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(17)).isEqualTo(FaultPlan.of(17)).isNotEqualTo(FaultPlan.of(18));
    }

    @Test
    void theSeedsOfTheNormalTestRunHoldEveryKindOfFault() {
        assertThat(LongStream.rangeClosed(1, RandomFaultsIT.SEEDS)
                        .boxed()
                        .flatMap(seed -> FaultPlan.of(seed).strikes().stream())
                        .map(Strike::kind)
                        .collect(toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }
}
