package io.ordermill.api.submit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many operations may be open, that is pending or running, before new ones are refused.
 *
 * @param maxPendingPerCompany default 100, so that no company fills the queue alone
 * @param maxPending over all companies; default 1,000
 */
@Validated
@ConfigurationProperties("ordermill.queue")
public record QueueSettings(
        @DefaultValue("100") @Min(1) int maxPendingPerCompany,
        @DefaultValue("1000") @Min(1) int maxPending) {}
