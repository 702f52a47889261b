package io.ordermill.worker;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.ObservedDataSource;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Lets one call of a worker to its database fail: the k-th after it was armed. It stands below the pools, that of the draws
 * included, where the driver is.
 */
final class FailingCall implements BeanPostProcessor {

    enum Way {
        /** The database was never asked. */
        BEFORE,
        /** It has done what it was asked for, and the answer is lost. */
        AFTER,
        /** It was never asked, and the connection is gone. */
        CONNECTION_CLOSED
    }

    /** These come by the clock and not by the operation: to poll the queue, and to show life. */
    private static final List<String> BY_THE_CLOCK = List.of("select * from scheduled_tasks", "set last_heartbeat");

    private static final class Countdown {
        private final Way way;
        private int left;

        private Countdown(Way way, int number) {
            this.way = way;
            this.left = number;
        }

        synchronized boolean isNow() {
            left--;
            return left == 0;
        }

        synchronized boolean isOver() {
            return left <= 0;
        }
    }

    private final AtomicReference<@Nullable Countdown> countdown = new AtomicReference<>();

    /** @param number of the call, from 1 */
    void arm(Way way, int number) {
        countdown.set(new Countdown(way, number));
    }

    /** Tells whether the call was reached. */
    boolean disarm() {
        Countdown last = countdown.getAndSet(null);
        return last != null && last.isOver();
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new BreakingDataSource(
                    new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())));
        }
        return bean;
    }

    private final class BreakingDataSource extends ObservedDataSource {

        private BreakingDataSource(DataSource target) {
            super(target);
        }

        @Override
        protected Object around(Connection connection, String sql, Call call) throws Throwable {
            Countdown armed = countdown.get();
            if (armed == null || BY_THE_CLOCK.stream().anyMatch(sql::contains) || !armed.isNow()) {
                return call.run();
            }
            switch (armed.way) {
                case BEFORE -> {}
                case AFTER -> call.run();
                case CONNECTION_CLOSED -> connection.close();
            }
            throw new SQLTransientConnectionException("broken on purpose: " + armed.way + " " + sql, "08006");
        }
    }
}
