package io.ordermill.api.reference;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much reference data one call may bring.
 *
 * @param maxSize of the body, which is held in memory; default 10 MiB. Split larger lists
 */
@Validated
@ConfigurationProperties("ordermill.reference-data")
public record ReferenceSettings(
        @DefaultValue("10MB") @NotNull DataSize maxSize) {

    public ReferenceSettings {
        if (maxSize.toBytes() < 1 || maxSize.toGigabytes() >= 1) {
            throw new IllegalArgumentException(
                    "ordermill.reference-data.max-size must be positive and below 1GB, not " + maxSize);
        }
    }
}
