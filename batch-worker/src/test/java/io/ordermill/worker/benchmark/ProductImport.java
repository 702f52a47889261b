package io.ordermill.worker.benchmark;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.time.Duration;
import java.util.Objects;

/** The import by the worker as it is, timed by the operation's own clock. */
final class ProductImport {

    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private ProductImport() {}

    /** Returns the time from {@code startedAt} to {@code finishedAt}. */
    static Duration measure(TestDatabase database, byte[] file, int rows) {
        try (TestWorker worker = TestWorker.on(database)) {
            TestCompany company = TestCompany.in(worker);
            Operation ended = company.awaitEnd(company.submit(file), DEADLINE);
            requireComplete(ended, rows);
            return Duration.between(
                    Objects.requireNonNull(ended.startedAt()), Objects.requireNonNull(ended.finishedAt()));
        }
    }

    private static void requireComplete(Operation ended, int rows) {
        if (ended.status() != OperationStatus.COMPLETED || ended.progress().databaseItems() != rows) {
            throw new IllegalStateException("not the import that was to be measured: " + ended);
        }
    }
}
