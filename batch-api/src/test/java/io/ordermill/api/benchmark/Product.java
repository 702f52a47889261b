package io.ordermill.api.benchmark;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API's jar as a process of its own, on a fresh database. */
final class Product implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final TestDatabase database;
    private final OrdermillProcess process;
    private final Caller admin;

    private Product(TestDatabase database, OrdermillProcess process) {
        this.database = database;
        this.process = process;
        this.admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET)
                .withToken();
    }

    static Product start(BenchmarkServer server, Map<String, String> settings, String... jvmOptions) {
        TestDatabase database = server.newDatabase();
        return new Product(database, OrdermillProcess.onPostgres(OrdermillProcess.API, database, settings, jvmOptions));
    }

    Tenant newTenant() {
        return Tenant.withSeedReferences(process.baseUrl(), admin);
    }

    /** A company without reference data, where no order is valid. */
    Tenant newEmptyTenant() {
        return Tenant.empty(process.baseUrl(), admin);
    }

    TestDatabase database() {
        return database;
    }

    JdbcClient sql() {
        return JdbcClient.create(database.dataSource());
    }

    OrdermillProcess process() {
        return process;
    }

    /** True once the operation has ended in whichever way, false if the process has. */
    boolean awaitEnd(String operationId) {
        Awaitility.await()
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> hasEnded(operationId) || !process.isAlive());
        return process.isAlive();
    }

    /** Follows an operation past the API, so that nothing is asked of what is being measured. */
    Duration awaitCompleted(String operationId) {
        awaitEnd(operationId);
        return sql().sql("""
                        select extract(epoch from finished_at - started_at) * 1000 from batch_operation
                        where operation_id = cast(? as uuid) and status = 'T' and failed_items = 0""")
                .param(operationId)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElseThrow(() -> new IllegalStateException(operationId + " has not saved every order"));
    }

    boolean hasEnded(String operationId) {
        return sql().sql("select finished_at is not null from batch_operation where operation_id = cast(? as uuid)")
                .param(operationId)
                .query(Boolean.class)
                .single();
    }

    /** So that every import finds tables of the same size. */
    void forgetOrders() {
        sql().sql("truncate sales_order cascade").update();
    }

    /** Takes what is queued out of the limits of the queue; the uploads stay. */
    void forgetOperations() {
        sql().sql("delete from batch_operation").update();
    }

    @Override
    public void close() throws IOException {
        process.close();
        database.close();
    }
}
