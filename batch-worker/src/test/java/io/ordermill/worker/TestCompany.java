package io.ordermill.worker;

import static io.ordermill.core.operation.OperationQueue.TASK_NAME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.ordermill.core.company.Company;
import io.ordermill.core.company.CompanyStore;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.NewOperation;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.outcome.FailedItem;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.ReferenceRow;
import io.ordermill.core.reference.ReferenceStore;
import io.ordermill.core.upload.UploadStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A company of its own with the reference data of generated orders, and what its caller does and sees. */
public final class TestCompany {

    private static final AtomicInteger COMPANIES = new AtomicInteger();
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    private final String companyId = "company-" + COMPANIES.incrementAndGet();
    private final TestWorker beans;

    private TestCompany(TestWorker beans) {
        this.beans = beans;
    }

    /**
     * A new company.
     *
     * @param beans any application on the database, also one that takes no operations itself
     */
    public static TestCompany in(TestWorker beans) {
        TestCompany company = new TestCompany(beans);
        beans.bean(CompanyStore.class).save(new Company(company.companyId, "Test company", false));
        company.store(ReferenceKind.CUSTOMERS, Map.of("customerId", "1000", "currencyCode", "NOK", "active", true));
        company.store(ReferenceKind.CUSTOMERS, Map.of("customerId", "1015", "currencyCode", "NOK", "active", true));
        company.store(
                ReferenceKind.PRODUCTS,
                Map.of("productCode", "NESP02", "price", new BigDecimal("0.90"), "active", true));
        company.store(ReferenceKind.SALES_PERSONS, Map.of("userId", "FRED", "active", true));
        company.store(ReferenceKind.SALES_PERSONS, Map.of("userId", "SYSEN", "active", true));
        company.store(
                ReferenceKind.NUMBER_SERIES,
                Map.of("numberSeries", "S", "assignment", "either", "firstNumber", 1L, "lastNumber", 99_999_999L));
        company.store(ReferenceKind.TRANSACTION_TYPES, Map.of("transactionType", "SO", "numberSeries", "S"));
        return company;
    }

    public String id() {
        return companyId;
    }

    private void store(ReferenceKind kind, Map<String, Object> row) {
        beans.bean(ReferenceStore.class).upsert(companyId, kind, List.of(new ReferenceRow(row)));
    }

    /** As the API does it: upload, operation and queue entry in one transaction. */
    public UUID submit(InputStream file) {
        return submit(file, new ImportOptions(true, false, null));
    }

    private UUID submit(InputStream file, ImportOptions options) {
        return beans.bean(TransactionTemplate.class).execute(status -> {
            UUID operationId = create(file, options).operationId();
            SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(beans.bean(DataSource.class)))
                    .enablePriority()
                    .build()
                    .scheduleIfNotExists(
                            new TaskInstance.Builder<Void>(TASK_NAME, operationId.toString())
                                    .priority(50)
                                    .build(),
                            Instant.now());
            return operationId;
        });
    }

    UUID submit(byte[] file) {
        return submit(new ByteArrayInputStream(file));
    }

    UUID submit(byte[] file, ImportOptions options) {
        return submit(new ByteArrayInputStream(file), options);
    }

    UUID submit(String file) {
        return submit(file.getBytes(UTF_8));
    }

    private Operation create(InputStream file, ImportOptions options) {
        try {
            UUID uploadId = beans.bean(UploadStore.class).store(file).uploadId();
            return beans.bean(OperationStore.class)
                    .create(new NewOperation(companyId, "tester", options, "orders.json", uploadId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stored and pending, but in no queue. */
    public UUID createUnqueued() {
        return create(new ByteArrayInputStream("[]".getBytes(UTF_8)), new ImportOptions(true, false, null))
                .operationId();
    }

    Operation operation(UUID operationId) {
        return beans.bean(OperationStore.class).find(operationId).orElseThrow();
    }

    void cancel(UUID operationId) {
        beans.bean(OperationStore.class).cancel(operationId);
    }

    /** Waits until the operation has ended and its queue entry is gone. */
    Operation awaitEnd(UUID operationId) {
        return awaitEnd(operationId, DEADLINE);
    }

    public Operation awaitEnd(UUID operationId, Duration deadline) {
        // What a worker's thread throws is its own affair, as long as the operation ends.
        await().dontCatchUncaughtExceptions()
                .atMost(deadline)
                .pollInterval(POLL)
                .until(() -> operation(operationId).status().isTerminal() && queueEntries(operationId) == 0);
        return operation(operationId);
    }

    Operation imported(byte[] file) {
        return awaitEnd(submit(file));
    }

    Operation imported(byte[] file, ImportOptions options) {
        return awaitEnd(submit(file, options));
    }

    int queueEntries(UUID operationId) {
        return jdbc().sql("select count(*) from scheduled_tasks where task_instance = ?")
                .param(operationId.toString())
                .query(Integer.class)
                .single();
    }

    /** External ids of the saved orders of this company, as often as they are there. */
    List<String> savedOrders() {
        return jdbc().sql("select external_order_id from sales_order where company_id = ? order by item_index")
                .param(companyId)
                .query(String.class)
                .list();
    }

    List<FailedItem> failures(UUID operationId) {
        return beans.bean(OutcomeStore.class).failures(operationId, -1, 1_000);
    }

    JdbcClient jdbc() {
        return beans.bean(JdbcClient.class);
    }
}
