package io.ordermill.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.TestOperations;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.upload.TestUploads;
import io.ordermill.core.upload.UploadDeletedException;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OperationRemovalContract extends StoreContract {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final JdbcOperationRemoval removal = new JdbcOperationRemoval(jdbc, Clock.systemUTC());
    private final TestOperations operations = new TestOperations(jdbc, transactions);
    private final UploadStore uploads = TestUploads.store(jdbc);

    OperationRemovalContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void removeWhatOtherTestsLeft() {
        jdbc.sql("delete from batch_operation").update();
        jdbc.sql("delete from upload").update();
    }

    @Test
    void removesAnEndedOperationWithAllThatBelongsToIt() {
        Operation operation = ended(LONG_AGO);
        Operation another = ended(LONG_AGO);

        assertThat(remove(operation)).isTrue();

        assertThat(count("batch_operation", operation)).isZero();
        assertThat(count("failed_item", operation)).isZero();
        assertThat(uploads.find(operation.uploadId())).isEmpty();
        assertThat(uploads.find(another.uploadId())).isPresent();
        assertThat(count("failed_item", another)).isEqualTo(1);
        assertThat(remove(operation)).isFalse();
    }

    @Test
    void keepsTheSavedOrders() {
        Operation operation = ended(LONG_AGO);
        jdbc.sql("""
                insert into sales_order (order_id, company_id, order_number, operation_id, item_index, line_count,
                    total_amount, saved_at, customer_id, currency_code, order_date, period, responsible, sales_person,
                    transaction_type, has_delivery_information, has_invoicing)
                values (1, ?, 1, ?, 0, 0, 0, current_timestamp, '1', 'NOK', current_date, 202601, 'a', 'b', 'SO', false,
                    false)""").params(operation.companyId(), operation.operationId()).update();

        remove(operation);

        assertThat(count("sales_order", operation)).isEqualTo(1);
    }

    @Test
    void doesNotRemoveWhatHasNotEnded() {
        Operation pending = operations.pending(newCompany());

        assertThat(remove(pending)).isFalse();
        assertThat(removal.removeOperations(Instant.now(), 10)).isZero();
        assertThat(removal.removeResults(Instant.now(), 10)).isZero();
        assertThat(removal.removeUploads(Instant.now(), 10)).isZero();

        assertThat(count("batch_operation", pending)).isEqualTo(1);
        assertThat(uploads.find(pending.uploadId())).isPresent();
    }

    @Test
    void keepsAnUploadThatAnotherOperationGoesBy() {
        Operation first = ended(LONG_AGO);
        Operation second = operations.pending(newCompany());
        jdbc.sql("update batch_operation set upload_id = ? where operation_id = ?")
                .params(first.uploadId(), second.operationId())
                .update();

        assertThat(removal.removeUploads(Instant.now(), 10)).isZero();
        assertThat(remove(first)).isTrue();

        assertThat(uploads.find(first.uploadId())).isPresent();
        assertThat(uploads.hasContent(first.uploadId())).isTrue();
    }

    @Test
    void removesTheOldestOperationsFirstAFewAtATime() {
        Operation young = ended(LONG_AGO.plusSeconds(9));
        for (int age = 0; age < 5; age++) {
            ended(LONG_AGO.minusSeconds(age));
        }

        assertThat(removal.removeOperations(LONG_AGO.plusSeconds(9), 3)).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from batch_operation where finished_at < ?")
                        .param(LONG_AGO.minusSeconds(1).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(removal.removeOperations(LONG_AGO.plusSeconds(9), 3)).isEqualTo(2);
        assertThat(removal.removeOperations(LONG_AGO.plusSeconds(9), 3)).isZero();
        assertThat(count("batch_operation", young)).isEqualTo(1);
    }

    @Test
    void removesResultsAndLeavesWord() {
        Operation operation = ended(LONG_AGO);
        Operation young = ended(LONG_AGO.plusSeconds(1));

        assertThat(removal.removeResults(LONG_AGO.plusSeconds(1), 3)).isEqualTo(1);
        assertThat(removal.removeResults(LONG_AGO.plusSeconds(1), 3)).isZero();

        assertThat(count("failed_item", operation)).isZero();
        assertThat(operations.find(operation.operationId()).resultsDeletedAt()).isNotNull();
        assertThat(count("failed_item", young)).isEqualTo(1);
        assertThat(operations.find(young.operationId()).resultsDeletedAt()).isNull();
    }

    @Test
    void removesTheBytesOfUploadsAndLeavesWord() throws IOException {
        Operation operation = ended(LONG_AGO);

        assertThat(removal.removeUploads(LONG_AGO.plusSeconds(1), 3)).isEqualTo(1);
        assertThat(removal.removeUploads(LONG_AGO.plusSeconds(1), 3)).isZero();

        assertThat(uploads.find(operation.uploadId())).isPresent();
        assertThat(uploads.hasContent(operation.uploadId())).isFalse();
        try (InputStream bytes = uploads.open(operation.uploadId())) {
            assertThatThrownBy(bytes::read).isInstanceOf(UploadDeletedException.class);
        }
    }

    /** A new table is either a result or has a reason to stay longer. */
    @Test
    void knowsEveryTableThatNamesAnOperation() {
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.columns where column_name = 'operation_id'")
                .query(String.class)
                .list();

        assertThat(tables)
                .containsAll(JdbcOperationRemoval.RESULT_TABLES)
                .filteredOn(table -> !JdbcOperationRemoval.RESULT_TABLES.contains(table))
                .containsExactlyInAnyOrder(
                        "batch_operation", "idempotency_key", "progress_sample", "sales_order", "webhook_delivery");
    }

    private boolean remove(Operation operation) {
        return Boolean.TRUE.equals(transaction.execute(status -> removal.remove(operation.operationId())));
    }

    /** With an upload of ten bytes and one refused item. */
    private Operation ended(Instant at) {
        Operation operation = operations.pending(newCompany());
        UUID uploadId = transaction.execute(status -> TestUploads.stored(uploads, new byte[10]));
        jdbc.sql("""
                        update batch_operation
                        set upload_id = ?, status = 'T', total_items = 1, failed_items = 1, finished_at = ?
                        where operation_id = ?""")
                .params(uploadId, at.atOffset(ZoneOffset.UTC), operation.operationId())
                .update();
        jdbc.sql(
                        "insert into failed_item (operation_id, item_index, json, is_object, errors) values (?, 0, ?, true, '[]')")
                .params(operation.operationId(), new byte[] {'{', '}'})
                .update();
        return operations.find(operation.operationId());
    }

    private int count(String table, Operation operation) {
        return jdbc.sql("select count(*) from " + table + " where operation_id = ?")
                .param(operation.operationId())
                .query(Integer.class)
                .single();
    }
}
