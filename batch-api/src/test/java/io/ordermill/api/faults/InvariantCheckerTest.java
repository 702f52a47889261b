package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check that cannot fail proves nothing: for each invariant, what it must catch. */
class InvariantCheckerTest {

    private static final int ORDERS = 60;

    private final TestDatabase database = TestDatabase.h2();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final StoredFixture stored = new StoredFixture(jdbc);
    private final MixedFile file = MixedFile.of(1, ORDERS);
    private final List<Sighting> sightings = new ArrayList<>();
    private UUID operation;
    private Listing results;
    private boolean bystander;

    @BeforeEach
    void aSoundImport() {
        operation = stored.completed(file);
        results = stored.listing(operation);
        sightings.add(new Sighting(OperationStatus.PENDING, null, 0, 0, 0, null, 0, null));
        sightings.add(new Sighting(OperationStatus.IN_PROGRESS, ORDERS, 0, 0, 0, ORDERS, 0, null));
        sightings.add(stored.seen(operation));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private List<Invariant> violated() {
        return violated(0);
    }

    private List<Invariant> violated(int lostPages) {
        Evidence evidence = new Evidence(operation, file.items(), List.copyOf(sightings), results, bystander);
        return new InvariantChecker(jdbc, null)
                .violations(List.of(evidence), lostPages).stream()
                        .map(Violation::invariant)
                        .distinct()
                        .toList();
    }

    @Test
    void aSoundImportBreaksNone() {
        assertThat(violated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I1 | delete from sales_order where item_index = (select min(item_index) from sales_order)
            I1 | delete from failed_item
            I1 | insert into failed_item select operation_id, 3, json, true, errors from failed_item limit 1
            I2 | update batch_operation set succeeded_items = succeeded_items - 1, failed_items = failed_items + 1
            I2 | update batch_operation set database_items = database_items + 1
            I3 | delete from sales_order_line where order_id = (select min(order_id) from sales_order)
            I3 | delete from gl_posting where kind = 'tax' and order_id = (select min(order_id) from sales_order)
            I3 | insert into workflow_task values ((select min(order_id) from sales_order), 0)
            I3 | insert into workflow_task values (-1, 0)
            I4 | update number_series set next_number = next_number + 1
            I5 | update sales_order set external_order_id = 'G-1'
            I5 | update sales_order set total_amount = total_amount + 1
            I5 | update sales_order set order_number = order_number + 1 where order_number > 1000
            I5 | update sales_order set order_number = 1000 - order_number where order_number < 1000
            I5 | update failed_item set errors = '[]'
            I6 | update batch_operation set status = 'C'
            I7 | update batch_operation set status = 'W', finished_at = null
            I8 | insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) select 'import', cast(operation_id as varchar), current_timestamp, false, 1 from batch_operation
            I8 | insert into upload (upload_id, size, sha256, stored_at) select random_uuid(), 0, '', current_timestamp
            I10 | update batch_operation set operation_id = random_uuid()
            """)
    void catchesWhatIsBrokenInTheDatabase(Invariant invariant, String broken) {
        results = null;
        jdbc.sql("set referential_integrity false").update();

        assertThat(jdbc.sql(broken).update()).isPositive();

        assertThat(violated()).contains(invariant);
    }

    @Test
    void catchesANumberThatIsThereTwice() {
        jdbc.sql("drop index sales_order_number").update();
        jdbc.sql("update sales_order set order_number = 1 where order_number = 2")
                .update();

        assertThat(violated(1)).contains(Invariant.I4);
    }

    @Test
    void forgivesAsManyMissingNumbersAsALostPageMayHave() {
        jdbc.sql("update number_series set next_number = next_number + 100").update();

        assertThat(violated(1)).isEmpty();
        assertThat(violated(0)).containsExactly(Invariant.I4);
    }

    @Test
    void catchesAnExecutionThatIsLeftRunning() {
        jdbc.sql("insert into batch_job_instance values (1, 0, 'import', 'key')")
                .update();
        jdbc.sql("""
                insert into batch_job_execution (job_execution_id, job_instance_id, create_time, status)
                values (1, 1, current_timestamp, 'STARTED')""").update();
        jdbc.sql("insert into batch_job_execution_params values (1, 'operationId', 'java.lang.String', ?, 'Y')")
                .param(operation.toString())
                .update();

        assertThat(violated()).containsExactly(Invariant.I8);
    }

    @Test
    void catchesAnswersThatDoNotAddUp() {
        sightings.add(1, new Sighting(OperationStatus.IN_PROGRESS, ORDERS, 0, 0, 0, ORDERS - 1, 0, null));

        assertThat(violated()).containsExactly(Invariant.I2);
    }

    @Test
    void catchesResultsThatAreNotThoseStored() {
        results.saved().remove(results.saved().firstKey());

        assertThat(violated()).containsExactly(Invariant.I2);
    }

    @Test
    void catchesCountersThatWentBack() {
        sightings.add(2, new Sighting(OperationStatus.IN_PROGRESS, ORDERS, 20, 20, 0, ORDERS - 20, 40, null));
        sightings.add(3, new Sighting(OperationStatus.IN_PROGRESS, ORDERS, 10, 10, 0, ORDERS - 10, 40, null));

        assertThat(violated()).containsExactly(Invariant.I6);
    }

    @Test
    void catchesAStatusThatWentBack() {
        sightings.add(2, new Sighting(OperationStatus.PENDING, ORDERS, 0, 0, 0, ORDERS, 0, null));

        assertThat(violated()).containsExactly(Invariant.I6);
    }

    @Test
    void catchesAnEndThatWasNone() {
        sightings.add(2, new Sighting(OperationStatus.CANCELLED, ORDERS, 0, 0, 0, ORDERS, 0, null));

        assertThat(violated()).containsExactly(Invariant.I6);
    }

    @Test
    void whateverBefallsABystanderIsReportedAsSuch() {
        bystander = true;
        jdbc.sql("update failed_item set errors = '[]'").update();
        results = null;

        assertThat(violated()).containsExactly(Invariant.I11);
    }
}
