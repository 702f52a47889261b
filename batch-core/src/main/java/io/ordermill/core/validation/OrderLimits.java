package io.ordermill.core.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hard limits of seed 001, «Limits &amp; Notes», by mode. All inclusive.
 *
 * @param withWorkflow in force with {@code skipWorkflow=false}
 * @param skipWorkflow in force with {@code skipWorkflow=true}
 */
@ConfigurationProperties("ordermill.limits")
public record OrderLimits(
        @DefaultValue WithWorkflow withWorkflow,
        @DefaultValue SkipWorkflow skipWorkflow) {

    public OrderLimits {
        if (withWorkflow.linesPerOrder < 1
                || withWorkflow.itemsPerBatch < 1
                || skipWorkflow.linesPerOrder < 1
                || skipWorkflow.itemsPerBatch < 1) {
            throw new IllegalArgumentException("every setting of ordermill.limits must be positive");
        }
    }

    public int linesPerOrder(boolean skipsWorkflow) {
        return skipsWorkflow ? skipWorkflow.linesPerOrder : withWorkflow.linesPerOrder;
    }

    public long itemsPerBatch(boolean skipsWorkflow) {
        return skipsWorkflow ? skipWorkflow.itemsPerBatch : withWorkflow.itemsPerBatch;
    }

    /**
     * Limits while workflow tasks are made.
     *
     * @param linesPerOrder detail lines per order; default 12
     * @param itemsPerBatch database items per batch, Σ(1 + 3 × lines); default 37,000
     */
    public record WithWorkflow(
            @DefaultValue("12") int linesPerOrder,
            @DefaultValue("37000") long itemsPerBatch) {}

    /**
     * Limits without workflow tasks.
     *
     * @param linesPerOrder detail lines per order; default 1,000
     * @param itemsPerBatch database items per batch, Σ(1 + 3 × lines); default 1,550,000
     */
    public record SkipWorkflow(
            @DefaultValue("1000") int linesPerOrder,
            @DefaultValue("1550000") long itemsPerBatch) {}
}
