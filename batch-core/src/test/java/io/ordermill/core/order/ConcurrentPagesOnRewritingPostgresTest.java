package io.ordermill.core.order;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.TestDatabase;

/** With a driver that rewrites batches, and then cannot tell which row of a batch went in. */
class ConcurrentPagesOnRewritingPostgresTest extends ConcurrentPagesContract {

    ConcurrentPagesOnRewritingPostgresTest() {
        super(rewriting(TestDatabase.postgres()));
    }

    private static TestDatabase rewriting(TestDatabase database) {
        database.close();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url() + "?reWriteBatchedInserts=true");
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return new TestDatabase(pool.getJdbcUrl(), database.user(), database.password(), pool);
    }
}
