package io.ordermill.api.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a request sent again is known again.
 *
 * @param keepFor from the first request; default 48 h, at least 24 h, for that is what callers are promised
 */
@Validated
@ConfigurationProperties("ordermill.idempotency")
public record IdempotencySettings(
        @DefaultValue("48h") @NotNull @DurationMin(hours = 24) @DurationMax(days = 365)
        Duration keepFor) {}
