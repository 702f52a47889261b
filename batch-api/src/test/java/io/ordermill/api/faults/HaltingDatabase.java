package io.ordermill.api.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.ObservedDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Halts the JVM at a point of an import, as if it had been killed there: no shutdown hook, no rollback. Below the connection
 * pools, so that it sees what the driver does.
 *
 * <p>Two files tell it when: while {@code hold} exists no operation is claimed until {@code go} exists as well, and from then
 * on statements are counted. Without {@code hold} it does nothing.
 */
final class HaltingDatabase implements BeanPostProcessor {

    static final int EXIT_CODE = 86;

    private static final String CLAIM = HaltPoint.BEFORE_CLAIM.statement();
    private static final String PAGE = HaltPoint.PAGE_BEGUN.statement();
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private final HaltPoint point;
    private final Path hold;
    private final Path go;

    HaltingDatabase(HaltPoint point, Path directory) {
        this.point = point;
        this.hold = hold(directory);
        this.go = go(directory);
    }

    static Path hold(Path directory) {
        return directory.resolve("hold");
    }

    static Path go(Path directory) {
        return directory.resolve("go");
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new HaltingDataSource(
                    new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())));
        }
        return bean;
    }

    private static void halt() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private final class HaltingDataSource extends ObservedDataSource {

        private final JdbcClient beside;
        private int occurrences;
        private int pages;
        private @Nullable Connection transaction;

        private HaltingDataSource(DataSource target) {
            super(target);
            this.beside = JdbcClient.create(target);
        }

        @Override
        protected Object around(Connection connection, String sql, Call call) throws Throwable {
            String statement = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            if (!Files.exists(hold)) {
                return call.run();
            }
            if (statement.contains(CLAIM)) {
                awaitGo();
            }
            if (statement.contains(PAGE)) {
                pageBegins();
            }
            if (statement.equals(COMMIT)) {
                return commit(connection, call);
            }
            return isReached(statement) ? reached(connection, call) : call.run();
        }

        private void awaitGo() {
            while (!Files.exists(go)) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }

        private synchronized void pageBegins() {
            pages++;
            if (point.isInCancel() && pages == 2) {
                beside.sql("update batch_operation set status = 'K' where status = 'W'")
                        .update();
            }
        }

        private synchronized boolean isReached(String statement) {
            return Files.exists(go) && statement.contains(point.statement()) && ++occurrences == point.occurrence();
        }

        private Object reached(Connection connection, Call call) throws Throwable {
            if (point.moment() == HaltPoint.Moment.BEFORE) {
                halt();
            }
            Object result = call.run();
            if (point.moment() == HaltPoint.Moment.AFTER) {
                halt();
            }
            setTransaction(connection);
            return result;
        }

        private synchronized void setTransaction(Connection connection) {
            this.transaction = connection;
        }

        private synchronized boolean isTransaction(Connection connection) {
            return connection.equals(transaction);
        }

        private Object commit(Connection connection, Call call) throws Throwable {
            if (!isTransaction(connection)) {
                return call.run();
            }
            if (point.moment() == HaltPoint.Moment.AFTER_COMMIT) {
                call.run();
            }
            halt();
            throw new IllegalStateException("halted");
        }
    }
}
