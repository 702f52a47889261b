package io.ordermill.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ConnectionDemandTest {

    @Test
    void refusesAPoolInWhichPagesWouldWaitForEachOther() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConnectionDemand.require(2, 8))
                .withMessageContaining("concurrency=2 needs at least 9");
    }

    @Test
    void acceptsDefaultsOfPoolAndWorker() {
        assertThatCode(() -> ConnectionDemand.require(2, 10)).doesNotThrowAnyException();
    }
}
