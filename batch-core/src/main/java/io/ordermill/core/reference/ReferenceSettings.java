package io.ordermill.core.reference;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reference data is remembered between pages.
 *
 * @param cacheFor how long a row, or its absence, is remembered at most; default 30 s. A change through the API is seen at
 *     once; this bounds how long a change made past it stays unseen
 * @param cacheSize rows remembered over all companies; default 50,000, some 20 MB
 */
@ConfigurationProperties("ordermill.reference")
public record ReferenceSettings(
        @DefaultValue("30s") Duration cacheFor,
        @DefaultValue("50000") long cacheSize) {

    public ReferenceSettings {
        if (cacheFor.isNegative()) {
            throw new IllegalArgumentException("ordermill.reference.cache-for must not be negative");
        }
        if (cacheSize < 0) {
            throw new IllegalArgumentException("ordermill.reference.cache-size must not be negative");
        }
    }
}
