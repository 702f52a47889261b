package io.ordermill.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private static final Instant START = Instant.parse("2026-04-29T12:00:00Z");

    @Test
    void tellsRateAndEndByWhatIsStored() {
        Speed speed = Speed.of(operation(OperationStatus.IN_PROGRESS, progress(400, 100), START.plusMillis(1_600)));

        assertThat(speed.percent()).isEqualTo("25.0");
        assertThat(speed.itemsPerSecond()).isEqualTo("62.5");
        assertThat(speed.estimatedFinishAt()).isEqualTo(START.plusMillis(1_600 + 4_800));
    }

    @Test
    void roundsThePercentageDownSoThatOneHundredMeansAll() {
        assertThat(Speed.of(operation(OperationStatus.IN_PROGRESS, progress(100_000, 99_999), null))
                        .percent())
                .isEqualTo("99.9");
    }

    @Test
    void tellsNothingBeforeThereIsAnythingToTell() {
        assertThat(Speed.of(operation(OperationStatus.PENDING, Progress.NONE, null)))
                .isEqualTo(new Speed(null, null, null));
        assertThat(Speed.of(operation(OperationStatus.IN_PROGRESS, progress(10, 0), START))
                        .itemsPerSecond())
                .isNull();
        assertThat(Speed.of(operation(OperationStatus.IN_PROGRESS, progress(10, 5), START))
                        .itemsPerSecond())
                .isNull();
    }

    @Test
    void estimatesNoEndOfWhatIsBeingCancelledOrHasEnded() {
        for (OperationStatus status : new OperationStatus[] {OperationStatus.CANCELLING, OperationStatus.CANCELLED}) {
            Speed speed = Speed.of(operation(status, progress(10, 5), START.plusSeconds(1)));

            assertThat(speed.itemsPerSecond()).isEqualTo("5.0");
            assertThat(speed.estimatedFinishAt()).isNull();
        }
    }

    @Test
    void showsAnEmptyBatchAsDoneWhenItIs() {
        assertThat(Speed.of(operation(OperationStatus.IN_PROGRESS, progress(0, 0), null))
                        .percent())
                .isEqualTo("0.0");
        assertThat(Speed.of(operation(OperationStatus.COMPLETED, progress(0, 0), null))
                        .percent())
                .isEqualTo("100.0");
    }

    private static Progress progress(int total, int saved) {
        return Progress.NONE.withTotal(total).plus(saved, 0, 0);
    }

    private static Operation operation(OperationStatus status, Progress progress, @Nullable Instant progressAt) {
        return new Operation(
                UUID.randomUUID(),
                "1",
                "client",
                status,
                1,
                new ImportOptions(false, false, null),
                null,
                UUID.randomUUID(),
                null,
                null,
                progress,
                START,
                status == OperationStatus.PENDING ? null : START,
                progressAt,
                null,
                null,
                null,
                null);
    }
}
