package io.ordermill.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.AtOnce;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();

    @Test
    void comeOneAfterTheOtherForTheSameKey() {
        AtomicInteger inTurn = new AtomicInteger();

        AtOnce.call(20, number -> {
            Turns.Turn turn = turns.await("key", Duration.ofMinutes(1)).orElseThrow();
            assertThat(inTurn.incrementAndGet()).isEqualTo(1);
            inTurn.decrementAndGet();
            turn.end();
            return number;
        });

        assertThat(turns.size()).isZero();
    }

    @Test
    void areNotWaitedForLongerThanAsked() {
        Turns.Turn turn = turns.await("key", Duration.ofMinutes(1)).orElseThrow();

        assertThat(turns.await("key", Duration.ofMillis(1))).isEmpty();
        assertThat(turns.await("another", Duration.ofMillis(1))).isPresent();
        turn.end();
        assertThat(turns.await("key", Duration.ofMillis(1))).isPresent();
    }
}
