package io.ordermill.api.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.ObservedDataSource;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Holds one piece of work, an import or a submission, at each of some points, so that the process can be killed while
 * something stands at every one of them. Whoever comes to a point first stays there until the end, and is told on the
 * standard output. Below the connection pools, so that it sees what the driver does.
 */
final class HaltingDatabase implements BeanPostProcessor {

    /** Begins a line of the standard output; the name of the point follows. */
    static final String HALTED = "halted at ";

    private static final List<String> STATEMENTS = Arrays.stream(HaltPoint.values())
            .map(HaltPoint::statement)
            .distinct()
            .toList();

    private static final String PAGE = HaltPoint.PAGE_BEGUN.statement();

    private final Set<HaltPoint> free = EnumSet.noneOf(HaltPoint.class);
    private final Map<String, Work> works = new ConcurrentHashMap<>();
    private final Map<Connection, HaltPoint> transactions = Collections.synchronizedMap(new IdentityHashMap<>());

    /** An import's threads end by telling the queue, and have forgotten by then whose import it was. */
    private final ThreadLocal<String> operation = new ThreadLocal<>();

    HaltingDatabase(List<HaltPoint> points) {
        free.addAll(points);
    }

    /** An import or a submission, and how often it has come to each statement. */
    private static final class Work {

        private final String name;
        private final Map<String, Integer> statements = new ConcurrentHashMap<>();
        private boolean isCancelled;
        private boolean isHalted;

        private Work(String name) {
            this.name = name;
        }

        private int count(String statement) {
            return statements.merge(statement, 1, Integer::sum);
        }
    }

    /** After the others, which put something of their own between pool and driver: it stays there. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new HaltingDataSource(Objects.requireNonNullElseGet(
                    pool.getDataSource(),
                    () -> new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()))));
        }
        return bean;
    }

    /** An import is known by its operation, whichever of its threads it is; a submission, by its thread. */
    private Work workOfThread() {
        String running = MDC.get("operationId");
        if (running != null) {
            operation.set(running);
        }
        return works.computeIfAbsent(
                Objects.requireNonNullElse(
                        operation.get(), Thread.currentThread().getName()),
                Work::new);
    }

    /** With its second page, once the points of other imports are taken. */
    private synchronized boolean isCancelledFromNowOn(Work work, String statement, int occurrence) {
        boolean isSecondPage = statement.equals(PAGE) && occurrence == 2;
        if (isSecondPage && !free.isEmpty() && free.stream().allMatch(HaltPoint::isInCancel)) {
            work.isCancelled = true;
            return true;
        }
        return false;
    }

    /** The point, unless somebody is there, or the work stands at another one. */
    private synchronized @Nullable HaltPoint take(Work work, String statement, int occurrence) {
        for (HaltPoint point : free) {
            if (!work.isHalted
                    && work.isCancelled == point.isInCancel()
                    && point.statement().equals(statement)
                    && point.occurrence() == occurrence) {
                work.isHalted = true;
                free.remove(point);
                return point;
            }
        }
        return null;
    }

    private static Object halt(HaltPoint point) {
        System.out.println(HALTED + point);
        while (true) {
            LockSupport.park();
        }
    }

    private final class HaltingDataSource extends ObservedDataSource {

        private final JdbcClient beside;

        private HaltingDataSource(DataSource target) {
            super(target);
            this.beside = JdbcClient.create(target);
        }

        @Override
        protected Object around(Connection connection, String sql, Call call) throws Throwable {
            if (sql.equals(COMMIT)) {
                return commit(connection, call);
            }
            String normalized = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            for (String statement : STATEMENTS) {
                if (normalized.contains(statement)) {
                    return known(connection, statement, call);
                }
            }
            return call.run();
        }

        private Object known(Connection connection, String statement, Call call) throws Throwable {
            Work work = workOfThread();
            int occurrence = work.count(statement);
            if (isCancelledFromNowOn(work, statement, occurrence)) {
                cancel(work.name);
            }
            HaltPoint point = take(work, statement, occurrence);
            return point == null ? call.run() : reached(point, connection, call);
        }

        private void cancel(String operation) {
            beside.sql("update batch_operation set status = 'K' where operation_id = ? and status = 'W'")
                    .param(UUID.fromString(operation))
                    .update();
        }

        private Object reached(HaltPoint point, Connection connection, Call call) throws Throwable {
            if (point.moment() == HaltPoint.Moment.BEFORE) {
                return halt(point);
            }
            Object result = call.run();
            if (point.moment() == HaltPoint.Moment.AFTER) {
                return halt(point);
            }
            transactions.put(connection, point);
            return result;
        }

        private Object commit(Connection connection, Call call) throws Throwable {
            HaltPoint point = transactions.remove(connection);
            if (point == null) {
                return call.run();
            }
            if (point.moment() == HaltPoint.Moment.AFTER_COMMIT) {
                call.run();
            }
            return halt(point);
        }
    }
}
