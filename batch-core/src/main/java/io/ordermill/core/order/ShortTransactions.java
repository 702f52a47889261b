package io.ordermill.core.order;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private final TransactionTemplate noTransaction;

    ShortTransactions(DataSource connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        JdbcTransactionManager manager = new JdbcTransactionManager(connections);
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.noTransaction = new TransactionTemplate(manager);
        this.noTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Opens connections, at most so many, to the same database as the given pool.
     *
     * @param initSql run on each of them at first, after the pool's own; null for nothing
     */
    static ShortTransactions beside(HikariDataSource pool, int connections, @Nullable String initSql) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName(pool.getPoolName() + "-draws");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        Stream.of(pool.getConnectionInitSql(), initSql)
                .filter(Objects::nonNull)
                .reduce((first, second) -> first + ";" + second)
                .ifPresent(config::setConnectionInitSql);
        return new ShortTransactions(new HikariDataSource(config));
    }

    /** For a single statement, which commits itself. */
    <T> T statement(Function<JdbcClient, T> statement) {
        return Objects.requireNonNull(noTransaction.execute(status -> statement.apply(jdbc)));
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
