package io.ordermill.worker.maintenance;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept after the end of their operation.
 *
 * @param uploads the bytes as received; default 7 days
 * @param results what became of each order; default 30 days, not less than the uploads
 * @param operations the record with its status and counters; default 90 days, not less than the results
 * @param interval how often something is deleted; default 1 h
 */
@Validated
@ConfigurationProperties("ordermill.retention")
public record RetentionSettings(
        @DefaultValue("7d") @NotNull @DurationMin(seconds = 1)
        Duration uploads,

        @DefaultValue("30d") @NotNull Duration results,
        @DefaultValue("90d") @NotNull Duration operations,

        @DefaultValue("1h") @NotNull @DurationMin(seconds = 1)
        Duration interval) {

    public RetentionSettings {
        if (uploads.compareTo(results) > 0 || results.compareTo(operations) > 0) {
            throw new IllegalArgumentException("ordermill.retention must have uploads ≤ results ≤ operations, not "
                    + uploads + ", " + results + ", " + operations);
        }
    }
}
