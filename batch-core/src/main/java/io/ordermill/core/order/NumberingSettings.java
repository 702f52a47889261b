package io.ordermill.core.order;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How numbers and posting cycles are drawn.
 *
 * @param connections database connections beside the pool that are kept for draws; default 2, for a draw takes a
 *     millisecond and there is at most one at a time for each page that is being written
 */
@ConfigurationProperties("ordermill.numbering")
public record NumberingSettings(@DefaultValue("2") int connections) {

    public NumberingSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("ordermill.numbering.connections must be positive");
        }
    }
}
