package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that starts waits for another one that is migrating, however soon a transaction may not idle any more. */
class StartingTogetherOnPostgresTest {

    private static final String[] HALF_A_SECOND_TO_IDLE = {
        "ordermill.worker.heartbeat-interval=250ms", "ordermill.worker.missed-heartbeats=4"
    };

    private final CountDownLatch migrating = new CountDownLatch(1);

    @Test
    void theSecondOneWaits() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            CompletableFuture<?> first = CompletableFuture.runAsync(() -> migrate(database));
            migrating.await();

            assertThatCode(() -> TestWorker.on(database, HALF_A_SECOND_TO_IDLE).close())
                    .doesNotThrowAnyException();
            first.join();
        }
    }

    private void migrate(TestDatabase database) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .javaMigrations(new V99__longer_than_another_may_idle(jdbc))
                .load()
                .migrate();
    }

    private final class V99__longer_than_another_may_idle extends BaseJavaMigration {

        private final JdbcClient jdbc;

        private V99__longer_than_another_may_idle(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void migrate(Context context) {
            migrating.countDown();
            await("another start that waits")
                    .until(() -> jdbc.sql("""
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and state = 'idle'
                                      and query like '%pg_try_advisory_lock%'
                                      and state_change < clock_timestamp() - interval '0.6 s'
                                    """).query(Integer.class).single() > 0);
        }
    }
}
