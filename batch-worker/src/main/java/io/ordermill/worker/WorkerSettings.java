package io.ordermill.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker works.
 *
 * @param enabled false: this process takes no operations; default true
 * @param concurrency operations at a time; default 2. Each holds up to three database connections
 * @param turn how long an operation may keep its slot before it is asked whether one that waits has a better right to it;
 *     default 15 s. What it has saved stays saved, and it goes on later
 * @param pollingInterval how often the queue is looked at; default 200 ms, so that a small file is done within a second
 * @param heartbeatInterval how often a running operation is marked alive; default 4 s. The dead are looked for at twice this
 *     interval
 * @param missedHeartbeats so many missed and the worker is presumed dead, its operations go to another; default 6, at least
 *     4. With the default interval a dead worker is found after 24 to 32 seconds
 * @param maxAttemptsWithoutProgress attempts without one more saved page before the operation fails; default 3
 * @param retryDelay pause before the next attempt after an error; default 5 s, long enough for a database to fail over
 * @param shutdownTimeout how long the end of the process waits for running pages; default 8 s
 * @param pagesAhead pages parsed and judged while the one before is written; default 2
 * @param memoryAhead most memory for them, as estimated; default 16 MB per operation, small enough for a heap of 128
 *     MB. A page ends early where it would take a third of it; a single order that takes more is still read, but only alone
 */
@Validated
@ConfigurationProperties("ordermill.worker")
public record WorkerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2") @Min(1) @Max(64) int concurrency,
        @DefaultValue("15s") @DurationMin Duration turn,
        @DefaultValue("200ms") @DurationMin(millis = 10) Duration pollingInterval,
        @DefaultValue("4s") @DurationMin(millis = 100) Duration heartbeatInterval,
        @DefaultValue("6") @Min(4) int missedHeartbeats,
        @DefaultValue("3") @Min(1) int maxAttemptsWithoutProgress,
        @DefaultValue("5s") @DurationMin Duration retryDelay,
        @DefaultValue("8s") @DurationMin(millis = 100) Duration shutdownTimeout,
        @DefaultValue("2") @Min(1) @Max(100) int pagesAhead,
        @DefaultValue("16MB") DataSize memoryAhead) {

    /** When a worker that shows no life is presumed dead. */
    public Duration deathLimit() {
        return heartbeatInterval.multipliedBy(missedHeartbeats);
    }
}
