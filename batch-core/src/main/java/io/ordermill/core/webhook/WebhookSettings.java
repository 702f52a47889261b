package io.ordermill.core.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are told.
 *
 * @param allowPrivateAddresses true: also plain http, and addresses that are not public; default false. For tests, and where
 *     whoever may register webhooks may reach the inner network anyway
 * @param maxPerCompany default 20
 * @param threads calls at a time in a worker, of which a webhook gets a quarter; default 8
 * @param timeout of a call, from connecting to the answer's head; default 15 s, as Standard Webhooks advises
 * @param pollingInterval how often ended operations and due calls are looked for; default 1 s
 */
@Validated
@ConfigurationProperties("ordermill.webhook")
public record WebhookSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("20") @Min(1) @Max(1_000) int maxPerCompany,
        @DefaultValue("8") @Min(1) @Max(64) int threads,
        @DefaultValue("15s") @DurationMin(millis = 100) Duration timeout,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration pollingInterval) {}
