package io.ordermill.core.order;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions beside that of a page, over connections of their own: pages that have taken all connections of the pool
 * would otherwise wait forever for one more to draw with.
 */
final class ShortTransactions implements AutoCloseable {

    private final DataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShortTransactions(DataSource connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Opens connections, at most so many, to the same database as the given pool. */
    static ShortTransactions beside(HikariDataSource pool, int connections) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName(pool.getPoolName() + "-draws");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new ShortTransactions(new HikariDataSource(config));
    }

    <T> T call(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.apply(jdbc)));
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
