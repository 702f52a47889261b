package io.ordermill.api.submit;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much an upload may be, and where it waits until it is complete.
 *
 * @param maxSize bytes of a file as sent, compressed or not; default 256 MiB
 * @param memoryThreshold up to so many bytes a file waits in memory, beyond it in a temporary file; default 1 MiB
 * @param spoolDirectory of the temporary files; default the system's
 * @param minRate bytes a second that have to arrive at least; default 1 KiB, less than the slowest line that is one
 * @param minRateOver the time over which that is judged, again and again; default 20 s
 */
@Validated
@ConfigurationProperties("ordermill.upload")
public record UploadSettings(
        @DefaultValue("256MB") @NotNull DataSize maxSize,
        @DefaultValue("1MB") @NotNull DataSize memoryThreshold,
        @Nullable Path spoolDirectory,
        @DefaultValue("1KB") @NotNull DataSize minRate,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 100) @DurationMax(hours = 1)
        Duration minRateOver) {

    public UploadSettings {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("ordermill.upload.max-size must be positive, not " + maxSize);
        }
        if (minRate.toBytes() < 1) {
            throw new IllegalArgumentException("ordermill.upload.min-rate must be positive, not " + minRate);
        }
        if (memoryThreshold.toBytes() < 0 || memoryThreshold.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "ordermill.upload.memory-threshold must be between 0 and 64MB, not " + memoryThreshold);
        }
    }
}
