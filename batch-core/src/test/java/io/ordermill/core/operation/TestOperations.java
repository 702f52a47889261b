package io.ordermill.core.operation;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Operations for tests, over an upload that is nothing but a row. */
public final class TestOperations {

    private final JdbcClient jdbc;
    private final OperationStore store;

    public TestOperations(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = new JdbcOperationStore(jdbc, transactions, Clock.systemUTC());
    }

    public OperationStore store() {
        return store;
    }

    public Operation pending(String companyId) {
        return pending(companyId, "loader", "label");
    }

    Operation pending(String companyId, String submittedBy, String label) {
        return store.create(new NewOperation(
                companyId, submittedBy, new ImportOptions(true, false, label), "orders.json", upload()));
    }

    /** Of a file of so many bytes. */
    Operation pending(String companyId, long uploadSize) {
        return store.create(new NewOperation(
                companyId, "loader", new ImportOptions(true, false, "label"), "orders.json", upload(uploadSize)));
    }

    /** As it is now. */
    public Operation find(UUID operationId) {
        return store.find(operationId).orElseThrow();
    }

    private UUID upload() {
        return upload(0);
    }

    private UUID upload(long size) {
        UUID uploadId = UUID.randomUUID();
        jdbc.sql("insert into upload (upload_id, size, sha256, stored_at) values (?, ?, '', current_timestamp)")
                .params(uploadId, size)
                .update();
        return uploadId;
    }
}
