package io.ordermill.core.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A fresh, migrated, empty database of its own. Close it to free its connections.
 *
 * @param url for applications that bring their own pool, with {@code user} and {@code password}
 */
public record TestDatabase(String url, String user, String password, HikariDataSource pool) implements AutoCloseable {

    private static final int POOL_SIZE = 16;
    private static final long FOR_EVER = 0;

    /** In memory, gone with the JVM. */
    public static TestDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=60000";
        return h2(url, "sa", "");
    }

    /** On H2 under a URL of the caller's, in a database that is empty yet. */
    public static TestDatabase h2(String url, String user, String password) {
        return migrated(url, user, password, "h2");
    }

    /** On a real PostgreSQL server, which the first call starts and the JVM's end stops. */
    public static TestDatabase postgres() {
        return postgres(TestPostgres.createDatabase(), TestPostgres.USER, TestPostgres.PASSWORD);
    }

    /** On a PostgreSQL server of the caller's, in a database that is empty yet. */
    public static TestDatabase postgres(String url, String user, String password) {
        return migrated(url, user, password, "postgresql");
    }

    private static TestDatabase migrated(String url, String user, String password, String vendor) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMinimumIdle(0);
        if (url.startsWith("jdbc:h2:")) {
            // The one that creates the tables must stay, or H2 refuses rows: see EmbeddedDatabase.
            pool.setIdleTimeout(FOR_EVER);
            pool.setMaxLifetime(FOR_EVER);
        }
        pool.setMaximumPoolSize(POOL_SIZE);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
        return new TestDatabase(url, user, password, pool);
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
