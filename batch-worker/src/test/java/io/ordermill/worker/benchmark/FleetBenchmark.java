package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.seconds;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Eight operations at once, all of one company and on one number series, shared by two worker processes on one server,
 * against one such operation that has both workers and the server to itself, measured before them and after.
 */
class FleetBenchmark {

    private static final int WORKERS = 2;
    private static final int AT_ONCE = 4;
    private static final int OPERATIONS = WORKERS * AT_ONCE;

    @Test
    void eightOperationsAtOnce() throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties(12_500, 3);
        Report report = new Report("%d operations of %s".formatted(OPERATIONS, settings.describe()));
        Rounds rounds = new Rounds(
                "alone before s",
                OPERATIONS + " at once s",
                "alone after s",
                "rows/s alone",
                "rows/s together",
                "together ÷ alone");
        try (BenchmarkServer server = new BenchmarkServer()) {
            for (int i = 0; i < settings.rounds(); i++) {
                round(server, settings, rounds);
            }
            report.database(server.describe());
        }
        report.rounds(rounds).writeTo(settings.results().resolve("fleet.md"));
    }

    private static void round(BenchmarkServer server, BenchmarkSettings settings, Rounds rounds) throws Exception {
        TestDatabase database = server.newDatabase();
        try (TestWorker caller = TestWorker.on(database, "ordermill.worker.enabled=false");
                WorkerProcess one = worker(database, settings, 1);
                WorkerProcess other = worker(database, settings, 2)) {
            TestCompany company = TestCompany.in(caller);
            together(company, OPERATIONS, settings); // warms the workers
            Duration before = together(company, 1, settings);
            Duration together = together(company, OPERATIONS, settings);
            Duration after = together(company, 1, settings);
            assertThat(one.isAlive() && other.isAlive()).isTrue();
            double rowsAlone = 2 * settings.rows() / (seconds(before) + seconds(after));
            double rowsTogether = OPERATIONS * settings.rows() / seconds(together);
            rounds.add(
                    seconds(before),
                    seconds(together),
                    seconds(after),
                    rowsAlone,
                    rowsTogether,
                    rowsTogether / rowsAlone);
        }
        assertThat(SavedRows.in(database))
                .isEqualTo(settings.times(2 * OPERATIONS + 2).savedRows());
        server.drop(database);
    }

    private static WorkerProcess worker(TestDatabase database, BenchmarkSettings settings, int number)
            throws IOException {
        return WorkerProcess.on(
                database,
                settings.results().resolve("worker-" + number + ".log"),
                "ordermill.worker.concurrency=" + AT_ONCE);
    }

    /** Returns the time from the first start to the last end. */
    private static Duration together(TestCompany company, int operations, BenchmarkSettings settings)
            throws IOException {
        Path file = settings.file();
        List<UUID> submitted = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            submitted.add(ProductImport.submit(company, file));
        }
        List<Operation> ended = submitted.stream()
                .map(operation -> ProductImport.awaitEnd(company, operation, settings))
                .toList();
        Instant firstStart =
                ended.stream().map(Operation::startedAt).min(naturalOrder()).orElseThrow();
        Instant lastStart =
                ended.stream().map(Operation::startedAt).max(naturalOrder()).orElseThrow();
        Instant firstEnd =
                ended.stream().map(Operation::finishedAt).min(naturalOrder()).orElseThrow();
        Instant lastEnd =
                ended.stream().map(Operation::finishedAt).max(naturalOrder()).orElseThrow();
        assertThat(lastStart).as("they all run at once").isBefore(firstEnd);
        return Duration.between(firstStart, lastEnd);
    }
}
