package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What PostgreSQL notes of an import, and what is wrong with it. */
class JournalTest {

    private final TestDatabase database = TestDatabase.postgres();
    private final Journal journal = Journal.install(JdbcClient.create(database.dataSource()));
    private final JdbcClient first = connectedAs("first");
    private final JdbcClient second = connectedAs("second");
    private UUID operation;

    private JdbcClient connectedAs(String process) {
        return JdbcClient.create(new DriverManagerDataSource(
                database.url() + "?ApplicationName=" + process, database.user(), database.password()));
    }

    @BeforeEach
    void anImportTakenOverByTheSecondProcess() {
        operation = new StoredFixture(connectedAs("api")).completed(MixedFile.of(1, 0));
        first.sql("delete from fault_journal").update();
        begin(first, 1);
        advance(first, 100);
        begin(second, 2);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private void begin(JdbcClient process, int attempt) {
        process.sql("update batch_operation set status = 'W', finished_at = null, attempt = ?, total_items = 1000")
                .param(attempt)
                .update();
    }

    private static void advance(JdbcClient process, int processed) {
        process.sql("update batch_operation set succeeded_items = ?")
                .param(processed)
                .update();
    }

    private List<Invariant> violated() {
        return journal.violations(operation).stream()
                .map(Violation::invariant)
                .distinct()
                .toList();
    }

    @Test
    void knowsWhoHasTheOperation() {
        assertThat(journal.taken(operation)).hasValueSatisfying(taken -> {
            assertThat(taken.attempt()).isEqualTo(2);
            assertThat(taken.process()).isEqualTo("second");
        });
    }

    @Test
    void theNewestAttemptMayGoOn() {
        advance(second, 200);

        assertThat(violated()).isEmpty();
    }

    @Test
    void catchesAPageOfAFormerAttempt() {
        advance(first, 200);

        assertThat(violated()).containsExactly(Invariant.I9);
    }

    @Test
    void catchesAnEndByAFormerAttempt() {
        first.sql("update batch_operation set status = 'T', finished_at = now(), total_items = 100")
                .update();

        assertThat(violated()).containsExactly(Invariant.I9);
    }

    @Test
    void catchesOrdersWithoutCheckpoint() {
        second.sql("""
                insert into sales_order (order_id, company_id, order_number, operation_id, item_index, line_count,
                    total_amount, saved_at, customer_id, currency_code, order_date, period, responsible, sales_person,
                    transaction_type, has_delivery_information, has_invoicing)
                values (1, 'c', 1, ?, 0, 0, 0, now(), '1000', 'NOK', now(), 202601, 'FRED', 'SYSEN', 'SO', false, false)
                """).param(operation).update();

        assertThat(violated()).containsExactly(Invariant.I9);
    }

    @Test
    void catchesACheckpointThatGoesBack() {
        advance(second, 50);

        assertThat(violated()).containsExactly(Invariant.I6);
    }

    @Test
    void catchesAChangeAfterTheEnd() {
        second.sql("update batch_operation set status = 'C', finished_at = now()")
                .update();
        second.sql("update batch_operation set succeeded_items = 200").update();

        assertThat(violated()).containsExactly(Invariant.I6);
    }
}
