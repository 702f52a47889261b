package io.ordermill.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database, and so one time for all processes that share it: what is due, who shows no life and which token
 * has ended are judged by one clock, however wrong the one of a machine may be. Between two looks at the database the
 * process's monotonic clock goes on; its wall clock is never asked.
 */
final class DatabaseClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** A slow answer tells the time too vaguely. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    private final Supplier<Instant> database;
    private final LongSupplier nanoTime;
    private final Timer timer = new Timer("database-clock", true);
    private volatile Reading reading;

    /** What the database said, and when that was by the monotonic clock. */
    private record Reading(Instant time, long nanos) {}

    DatabaseClock(Supplier<Instant> database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        long asked = nanoTime.getAsLong();
        this.reading = reading(asked, database.get());
    }

    /** Looks at the database from time to time, for no two clocks run alike. */
    static DatabaseClock running(Supplier<Instant> database) {
        DatabaseClock clock = new DatabaseClock(database, System::nanoTime);
        clock.timer.schedule(clock.looking(), INTERVAL.toMillis(), INTERVAL.toMillis());
        return clock;
    }

    private TimerTask looking() {
        return new TimerTask() {
            @Override
            public void run() {
                look();
            }
        };
    }

    void look() {
        try {
            long asked = nanoTime.getAsLong();
            Instant time = database.get();
            if (nanoTime.getAsLong() - asked <= LONGEST_ANSWER.toNanos()) {
                reading = reading(asked, time);
            }
        } catch (RuntimeException e) {
            LOG.debug("the database does not tell the time now", e);
        }
    }

    /** The database looked at its clock somewhere between question and answer. */
    private Reading reading(long asked, Instant time) {
        return new Reading(time, asked + (nanoTime.getAsLong() - asked) / 2);
    }

    @Override
    public Instant instant() {
        Reading last = reading;
        return last.time.plusNanos(nanoTime.getAsLong() - last.nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all times are UTC");
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
