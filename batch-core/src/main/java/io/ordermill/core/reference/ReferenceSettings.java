package io.ordermill.core.reference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reference data is remembered between pages.
 *
 * @param cacheFor how long a row, or its absence, is remembered at most; default 30 s. A change through the API is seen at
 *     once; this bounds how long a change made past it stays unseen
 * @param cacheSize rows remembered over all companies; default 50,000, some 20 MB
 */
@Validated
@ConfigurationProperties("ordermill.reference")
public record ReferenceSettings(
        @DefaultValue("30s") @NotNull Duration cacheFor,
        @DefaultValue("50000") @Positive long cacheSize) {}
