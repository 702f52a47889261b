package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleRhythmTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleRhythm rhythm = new SampleRhythm(START);

    @Test
    void isDueEveryOtherSecond() {
        assertThat(IntStream.rangeClosed(1, 10)
                        .filter(second -> rhythm.isDue(START.plusSeconds(second)))
                        .boxed())
                .containsExactly(2, 4, 6, 8, 10);
    }

    @Test
    void isNotDueForPagesInBetween() {
        assertThat(rhythm.isDue(START.plusSeconds(2))).isTrue();
        assertThat(rhythm.isDue(START.plusMillis(2_100))).isFalse();
        assertThat(rhythm.isDue(START.plusMillis(3_999))).isFalse();
    }

    @Test
    void isDueAtOnceWhereALaterAttemptBegins() {
        assertThat(rhythm.isDue(START.plusSeconds(600))).isTrue();
        assertThat(rhythm.isDue(START.plusSeconds(601))).isFalse();
    }

    @Test
    void growsSlowlyWithTheTimeAnImportTakes() {
        assertThat(due(Duration.ofMinutes(5))).isEqualTo(150);
        assertThat(new SampleRhythmTest().due(Duration.ofHours(24))).isLessThan(1_500);
    }

    private long due(Duration time) {
        return IntStream.rangeClosed(1, (int) time.toSeconds())
                .filter(second -> rhythm.isDue(START.plusSeconds(second)))
                .count();
    }
}
