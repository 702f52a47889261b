package io.ordermill.worker.job;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.worker.WorkerSettings;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A worker that freezes in the middle of a transaction keeps its row locks, and whoever takes its operation over would wait
 * for them. PostgreSQL ends such a transaction before the worker is presumed dead; every connection of the pool is told to
 * when it is opened. Embedded H2 lives and dies with its process.
 */
@Component
class FrozenWorkerGuard implements BeanPostProcessor {

    private final ObjectProvider<WorkerSettings> settings;

    FrozenWorkerGuard(ObjectProvider<WorkerSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
            pool.setConnectionInitSql(Stream.of(pool.getConnectionInitSql(), limit())
                    .filter(Objects::nonNull)
                    .collect(joining(";")));
        }
        return bean;
    }

    private static boolean isPostgres(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private String limit() {
        long millis = settings.getObject().deathLimit().dividedBy(2).toMillis();
        return "set idle_in_transaction_session_timeout = " + millis;
    }
}
