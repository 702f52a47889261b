package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a worker picks and does not run is nobody's: it shows no life until it is presumed dead. */
class PickedOperationsOnPostgresTest {

    private final TestDatabase database = TestDatabase.postgres();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    /** For a table of one row PostgreSQL may plan a nested loop, and take what is limited inside of it at each turn anew. */
    @Test
    void areNoMoreThanTheSlotsThoughTheQueueIsBelievedToBeEmpty() {
        leaveOneRowInSeveralPages();
        HeldPage held = new HeldPage(0);
        try (TestWorker api = TestWorker.on(database, "ordermill.worker.enabled=false")) {
            TestCompany company = TestCompany.in(api);
            List<UUID> operations = Stream.generate(() -> company.submit(GeneratedOrders.simple(1, 1)))
                    .limit(6)
                    .toList();
            try (TestWorker worker = TestWorker.on(database, held, "ordermill.worker.concurrency=2")) {
                assertThat(worker.isClosing()).isFalse();
                held.awaitReached();

                int picked = picked();

                held.release();
                operations.forEach(company::awaitEnd);
                assertThat(picked).isEqualTo(2);
            }
        }
    }

    /** As an autovacuum may find the queue: nearly empty, and not yet shorter. */
    private void leaveOneRowInSeveralPages() {
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'none', number, timestamptz '2999-01-01', false, 1 from generate_series(1, 500) number
                """).update();
        jdbc.sql("delete from scheduled_tasks where task_instance <> '500'").update();
        jdbc.sql("vacuum analyze scheduled_tasks").update();
    }

    private int picked() {
        return jdbc.sql("select count(*) from scheduled_tasks where picked")
                .query(Integer.class)
                .single();
    }
}
