package io.ordermill.worker.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.worker.WorkerSettings;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a connection pool that is too small: pages that hold a connection each and wait for one more would
 * wait for each other.
 */
@Component
class ConnectionDemand {

    /** The page's own, one to draw numbers, one to read ahead. */
    private static final int PER_OPERATION = 3;

    /** Polling, heartbeats of what is picked and of the worker itself, looking for the dead. */
    private static final int OF_THE_QUEUE = 4;

    ConnectionDemand(DataSource dataSource, WorkerSettings settings) throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            require(
                    settings.concurrency(),
                    dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize());
        }
    }

    static void require(int concurrency, int poolSize) {
        int demand = concurrency * PER_OPERATION + OF_THE_QUEUE;
        if (poolSize < demand) {
            throw new IllegalStateException("ordermill.worker.concurrency=" + concurrency + " needs at least " + demand
                    + " database connections, but spring.datasource.hikari.maximum-pool-size=" + poolSize);
        }
    }
}
