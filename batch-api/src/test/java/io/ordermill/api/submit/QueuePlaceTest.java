package io.ordermill.api.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QueuePlaceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private static final long SMALL = 1_000;
    private static final long MEDIUM = DataSize.ofMegabytes(2).toBytes();
    private static final long LARGE = DataSize.ofMegabytes(20).toBytes();

    @Test
    void equalOnesStandInTheOrderTheyCameIn() {
        assertThat(QueuePlace.priority(NOW, SMALL, 0)).isGreaterThan(QueuePlace.priority(NOW.plusSeconds(1), SMALL, 0));
    }

    @Test
    void smallFilesOvertakeLargeOnes() {
        assertThat(QueuePlace.priority(NOW.plusSeconds(20), SMALL, 0))
                .isGreaterThan(QueuePlace.priority(NOW, MEDIUM, 0))
                .isGreaterThan(QueuePlace.priority(NOW, LARGE, 0));
    }

    @Test
    void aCompanyWithManyOpenOnesLetsOthersGoFirst() {
        assertThat(QueuePlace.priority(NOW.plusSeconds(30), SMALL, 0))
                .isGreaterThan(QueuePlace.priority(NOW, SMALL, 1));
    }

    @Test
    void whoWaitsLongEnoughIsOvertakenByNobody() {
        assertThat(QueuePlace.priority(NOW, LARGE, 99))
                .isGreaterThan(QueuePlace.priority(NOW.plus(Duration.ofMinutes(105)), SMALL, 0));
    }

    @Test
    void hasPlacesForDecades() {
        Instant late = Instant.parse("2090-01-01T00:00:00Z");

        assertThat(QueuePlace.priority(late, SMALL, 1_000)).isGreaterThan(QueuePlace.priority(late, SMALL, 1_001));
        assertThat(QueuePlace.priority(late, SMALL, 10_000_000)).isEqualTo(Integer.MIN_VALUE);
    }
}
