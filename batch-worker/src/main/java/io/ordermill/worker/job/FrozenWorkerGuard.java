package io.ordermill.worker.job;

import io.ordermill.worker.WorkerSettings;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A worker that freezes in the middle of a page keeps its row locks, and whoever takes the operation over would wait for
 * them. PostgreSQL ends such a transaction before the worker is presumed dead. Embedded H2 lives and dies with its process.
 */
@Component
class FrozenWorkerGuard {

    private final JdbcTemplate jdbc;
    private final Duration limit;
    private final boolean isPostgres;

    FrozenWorkerGuard(JdbcTemplate jdbc, WorkerSettings settings) {
        this.jdbc = jdbc;
        this.limit = settings.deathLimit().dividedBy(2);
        this.isPostgres = "PostgreSQL"
                .equals(jdbc.execute((ConnectionCallback<String>) connection -> productName(connection.getMetaData())));
    }

    private static String productName(DatabaseMetaData metaData) throws java.sql.SQLException {
        return metaData.getDatabaseProductName();
    }

    /** For the transaction this thread is in, and no longer. */
    void limitTransaction() {
        if (isPostgres) {
            jdbc.queryForObject(
                    "select set_config('idle_in_transaction_session_timeout', ?, true)",
                    String.class,
                    Long.toString(limit.toMillis()));
        }
    }
}
