package io.ordermill.worker.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** The import by the worker as it is, timed by the operation's own clock. */
final class ProductImport {

    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private ProductImport() {}

    /** Returns the time from {@code startedAt} to {@code finishedAt}. */
    static Duration measure(TestDatabase database, Path file, BenchmarkSettings settings) throws IOException {
        try (TestWorker worker = TestWorker.on(database, settings.worker())) {
            TestCompany company = TestCompany.in(worker);
            Operation ended = awaitEnd(company, submit(company, file), settings);
            return Duration.between(
                    Objects.requireNonNull(ended.startedAt()), Objects.requireNonNull(ended.finishedAt()));
        }
    }

    static UUID submit(TestCompany company, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return company.submit(bytes);
        }
    }

    /** Waits until all orders are saved. */
    static Operation awaitEnd(TestCompany company, UUID operationId, BenchmarkSettings settings) {
        Operation ended = company.awaitEnd(operationId, DEADLINE);
        assertThat(ended.status()).as("%s", ended).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress().succeededItems()).isEqualTo(settings.orders());
        assertThat(ended.progress().databaseItems()).isEqualTo(settings.rows());
        return ended;
    }
}
