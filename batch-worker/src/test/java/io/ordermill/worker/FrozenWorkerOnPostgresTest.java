package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database ends the page of a worker that has frozen, before its operation goes to another one. */
class FrozenWorkerOnPostgresTest {

    @Test
    void transactionsMayNotIdleAsLongAsItTakesToBePresumedDead() {
        AtomicReference<JdbcClient> jdbc = new AtomicReference<>();
        AtomicReference<String> inThePage = new AtomicReference<>();
        try (TestDatabase database = TestDatabase.postgres();
                TestWorker worker = TestWorker.on(database, page -> inThePage.set(idleTimeout(jdbc.get())))) {
            jdbc.set(worker.bean(JdbcClient.class));
            TestCompany.in(worker).imported(GeneratedOrders.simple(1, 1));

            assertThat(inThePage).hasValue("12s");
            assertThat(idleTimeout(jdbc.get())).as("outside of pages").isEqualTo("12s");
        }
    }

    private static String idleTimeout(JdbcClient jdbc) {
        return jdbc.sql("show idle_in_transaction_session_timeout")
                .query(String.class)
                .single();
    }
}
