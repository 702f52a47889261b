package io.ordermill.api.operation;

import io.ordermill.api.web.QueryParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param until exclusive
 */
record TimeRange(@Nullable Instant from, @Nullable Instant until) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");
    private static final Duration LONGEST = Duration.between(EARLIEST, LATEST);

    /**
     * Reads the range a caller asked for: a window begins at its start or, without one, ends now.
     *
     * @param timeFrom ISO date-time; without an offset it is in UTC
     * @param timeWindow ISO duration
     */
    static TimeRange of(@Nullable String timeFrom, @Nullable String timeWindow, Clock clock) {
        Instant from = timeFrom == null ? null : from(timeFrom);
        if (timeWindow == null) {
            return new TimeRange(from, null);
        }
        Duration window = window(timeWindow);
        return from == null
                ? new TimeRange(clock.instant().minus(window), null)
                : new TimeRange(from, from.plus(window));
    }

    private static Instant from(String text) {
        try {
            // A plus sign in a query string is a blank unless it is escaped, which callers forget.
            TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', '+'), OffsetDateTime::from, LocalDateTime::from);
            Instant from = parsed instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
            if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return from;
        } catch (DateTimeException unreadable) {
            throw QueryParameters.invalid(
                    "The query parameter timeFrom must be an ISO date-time, such as 2026-04-29T12:00:00Z.");
        }
    }

    private static Duration window(String text) {
        try {
            Duration window = Duration.parse(text);
            if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
                throw new DateTimeException("out of range");
            }
            return window;
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw QueryParameters.invalid(
                    "The query parameter timeWindow must be a positive ISO duration, such as PT1H or P1D.");
        }
    }
}
