package io.ordermill.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.RecoverableDataAccessException;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-04-29T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicReference<Instant> database = new AtomicReference<>(NOON);
    private Duration answer = Duration.ZERO;

    private Instant ask() {
        passes(answer);
        Instant time = database.get();
        passes(answer);
        if (time == null) {
            throw new RecoverableDataAccessException("gone");
        }
        return time;
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void goesOnFromWhatTheDatabaseSaid() {
        try (DatabaseClock clock = new DatabaseClock(this::ask, nanos::get)) {
            passes(Duration.ofSeconds(3));

            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
        }
    }

    @Test
    void takesTheMiddleBetweenQuestionAndAnswer() {
        answer = Duration.ofMillis(20);
        try (DatabaseClock clock = new DatabaseClock(this::ask, nanos::get)) {
            assertThat(clock.instant()).isEqualTo(NOON.plusMillis(20));
        }
    }

    @Test
    void followsADatabaseThatRunsFaster() {
        try (DatabaseClock clock = new DatabaseClock(this::ask, nanos::get)) {
            passes(Duration.ofSeconds(10));
            database.set(NOON.plusSeconds(11));
            clock.look();

            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(11));
        }
    }

    @Test
    void keepsTheTimeWhileTheDatabaseIsGone() {
        try (DatabaseClock clock = new DatabaseClock(this::ask, nanos::get)) {
            database.set(null);
            passes(Duration.ofSeconds(10));
            clock.look();

            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
        }
    }

    @Test
    void doesNotBelieveASlowAnswer() {
        try (DatabaseClock clock = new DatabaseClock(this::ask, nanos::get)) {
            answer = Duration.ofSeconds(2);
            database.set(NOON.plusSeconds(60));
            clock.look();

            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(4));
        }
    }
}
