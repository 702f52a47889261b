package io.ordermill.api.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MinRateTest {

    private long now = 17;
    private final MinRate rate = MinRate.of(
            new UploadSettings(
                    DataSize.ofMegabytes(1), DataSize.ofBytes(0), null, DataSize.ofBytes(100), Duration.ofSeconds(10)),
            () -> now);

    @Test
    void isKeptByJustEnoughBytesInEachStretch() {
        assertThat(arrives(999, 9)).isFalse();
        assertThat(arrives(1, 1)).isFalse();
        assertThat(arrives(1000, 10)).isFalse();
    }

    @Test
    void isMissedByOneByteTooFew() {
        assertThat(arrives(999, 10)).isTrue();
    }

    @Test
    void isNotKeptByWhatCameBefore() {
        assertThat(arrives(1_000_000, 10)).isFalse();
        assertThat(arrives(1, 10)).isTrue();
    }

    private boolean arrives(int bytes, int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        return rate.isMissedWith(bytes);
    }
}
