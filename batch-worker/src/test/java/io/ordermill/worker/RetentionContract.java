package io.ordermill.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.upload.UploadStore;
import io.ordermill.worker.maintenance.Retention;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an import as time goes by. */
abstract class RetentionContract extends WorkerContract {

    private static final List<String> DIARY = List.of(
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context");

    @Override
    TestWorker start(TestDatabase on) {
        return TestWorker.on(on);
    }

    @Test
    void deletesUploadThenResultsThenTheRestAndNeverTheOrders() {
        String badOrder = "{\"customerId\":\"unknown\"}";
        String orders = new String(GeneratedOrders.simple(3, 1), UTF_8);
        Operation operation =
                company.imported(("[" + badOrder + "," + orders.strip().substring(1)).getBytes(UTF_8));
        assertThat(operation.status()).isEqualTo(OperationStatus.COMPLETED);

        runDaysAfter(operation, 6);
        assertThat(uploadIsThere(operation)).isTrue();

        runDaysAfter(operation, 8);
        assertThat(uploadIsThere(operation)).isFalse();
        assertThat(rows("failed_item", operation)).isEqualTo(1);
        assertThat(company.operation(operation.operationId()).resultsDeletedAt())
                .isNull();

        runDaysAfter(operation, 31);
        assertThat(rows("failed_item", operation)).isZero();
        assertThat(company.operation(operation.operationId()).resultsDeletedAt())
                .isNotNull();

        runDaysAfter(operation, 91);
        assertThat(application.bean(OperationStore.class).find(operation.operationId()))
                .isEmpty();
        assertThat(application.bean(UploadStore.class).find(operation.uploadId()))
                .isEmpty();
        assertThat(rows("sales_order", operation)).isEqualTo(3);
    }

    @Test
    void deletesTheDiaryOfOldAttemptsAndNothingOfYoungOnes() {
        company.imported(GeneratedOrders.simple(1, 1));
        List<Integer> young = diary();
        assertThat(young).allSatisfy(rows -> assertThat(rows).isPositive());

        application.bean(Retention.class).run(() -> false);
        assertThat(diary()).isEqualTo(young);

        LocalDateTime old = LocalDateTime.now(ZoneOffset.UTC).minusDays(92);
        company.jdbc()
                .sql("update batch_job_execution set create_time = ?, end_time = ?")
                .params(old, old)
                .update();
        application.bean(Retention.class).run(() -> true);
        assertThat(diary()).isEqualTo(young);
        application.bean(Retention.class).run(() -> false);
        assertThat(diary()).allSatisfy(rows -> assertThat(rows).isZero());
    }

    @Test
    void isDoneByOneOfTheFleetAgainAndAgain() {
        try (TestWorker another = TestWorker.on(database, "ordermill.retention.interval=1s")) {
            Operation operation = company.imported(GeneratedOrders.simple(1, 1));
            age(operation, 100);
            company.jdbc()
                    .sql("update scheduled_tasks set execution_time = ? where task_name = 'retention'")
                    .param(OffsetDateTime.now(ZoneOffset.UTC))
                    .update();

            await().atMost(Duration.ofSeconds(30)).until(() -> another.bean(OperationStore.class)
                    .find(operation.operationId())
                    .isEmpty());
            assertThat(company.jdbc()
                            .sql("select count(*) from scheduled_tasks where task_name = 'retention'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private void runDaysAfter(Operation operation, int days) {
        age(operation, days);
        application.bean(Retention.class).run(() -> false);
    }

    private void age(Operation operation, int days) {
        company.jdbc()
                .sql("update batch_operation set finished_at = ? where operation_id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusDays(days), operation.operationId())
                .update();
    }

    private boolean uploadIsThere(Operation operation) {
        return application.bean(UploadStore.class).hasContent(operation.uploadId());
    }

    private int rows(String table, Operation operation) {
        return company.jdbc()
                .sql("select count(*) from " + table + " where operation_id = ?")
                .param(operation.operationId())
                .query(Integer.class)
                .single();
    }

    private List<Integer> diary() {
        return DIARY.stream()
                .map(table -> company.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }
}
