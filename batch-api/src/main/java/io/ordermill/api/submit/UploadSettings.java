package io.ordermill.api.submit;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
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
 */
@Validated
@ConfigurationProperties("ordermill.upload")
public record UploadSettings(
        @DefaultValue("256MB") @NotNull DataSize maxSize,
        @DefaultValue("1MB") @NotNull DataSize memoryThreshold,
        @Nullable Path spoolDirectory) {

    public UploadSettings {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("ordermill.upload.max-size must be positive, not " + maxSize);
        }
        if (memoryThreshold.toBytes() < 0 || memoryThreshold.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "ordermill.upload.memory-threshold must be between 0 and 64MB, not " + memoryThreshold);
        }
    }
}
