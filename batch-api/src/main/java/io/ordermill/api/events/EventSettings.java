package io.ordermill.api.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How operations are followed.
 *
 * @param maxStreams open at a time in this process; default 500. Beyond it 503
 * @param heartbeatInterval silence after which a comment is sent, so that proxies keep the connection and the loss of one is
 *     noticed; default 15 s
 * @param clientCheckInterval how long a stream may outlive the permission of its client; default 10 s
 * @param lifetime after which a stream ends and its listener comes back with credentials of the day; default 1 h
 */
@Validated
@ConfigurationProperties("ordermill.events")
public record EventSettings(
        @DefaultValue("500") @Min(1) @Max(100_000) int maxStreams,
        @DefaultValue("15s") @DurationMin(millis = 100) Duration heartbeatInterval,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration clientCheckInterval,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration lifetime) {}
