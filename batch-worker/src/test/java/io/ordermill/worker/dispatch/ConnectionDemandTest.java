package io.ordermill.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ConnectionDemandTest {

    @Test
    void refusesAPoolInWhichPagesWouldWaitForEachOther() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConnectionDemand.require(2, 9))
                .withMessageContaining("concurrency=2 needs at least 10");
    }

    @Test
    void acceptsDefaultsOfPoolAndWorker() {
        assertThatCode(() -> ConnectionDemand.require(2, 10)).doesNotThrowAnyException();
    }
}
