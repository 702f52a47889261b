package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.seconds;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same eight operations for one, two and four worker processes of two slots each, on one server: rows a second, and who
 * has used the processor for them. Beside PostgreSQL they share a machine, so what the workers use, PostgreSQL lacks.
 */
class WorkersBenchmark {

    private static final int SLOTS = 2;
    private static final int OPERATIONS = 8;

    @Test
    void oneTwoAndFourWorkers() throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties(12_500, 3);
        Report report =
                new Report("%d operations of %s, for 1, 2 and 4 workers".formatted(OPERATIONS, settings.describe()));
        try (BenchmarkServer server = new BenchmarkServer()) {
            Rounds rounds = new Rounds(
                    "rows/s 1",
                    "rows/s 2",
                    "rows/s 4",
                    "2 ÷ 1",
                    "4 ÷ 1",
                    "workers' share 1",
                    "workers' share 2",
                    "workers' share 4");
            for (int i = 0; i < settings.rounds(); i++) {
                Run one = run(server, settings, 1);
                Run two = run(server, settings, 2);
                Run four = run(server, settings, 4);
                rounds.add(
                        one.rowsPerSecond(),
                        two.rowsPerSecond(),
                        four.rowsPerSecond(),
                        two.rowsPerSecond() / one.rowsPerSecond(),
                        four.rowsPerSecond() / one.rowsPerSecond(),
                        one.workersShare(),
                        two.workersShare(),
                        four.workersShare());
            }
            report.database(server.describe());
            report.rounds(rounds).writeTo(settings.results().resolve("workers.md"));
        }
    }

    /** @param workersShare of the processor time that workers and PostgreSQL used together */
    private record Run(double rowsPerSecond, double workersShare) {}

    private static Run run(BenchmarkServer server, BenchmarkSettings settings, int size) throws Exception {
        TestDatabase database = server.newDatabase();
        try (TestWorker caller = TestWorker.on(database, "ordermill.worker.enabled=false");
                Workers workers = Workers.start(database, settings, size)) {
            TestCompany company = TestCompany.in(caller);
            all(company, settings); // warms the workers
            double workersBefore = workers.processorSeconds();
            double postgresBefore = postgresSeconds(database);
            Duration time = all(company, settings);
            double byWorkers = workers.processorSeconds() - workersBefore;
            double byPostgres = postgresSeconds(database) - postgresBefore;
            return new Run(OPERATIONS * settings.rows() / seconds(time), byWorkers / (byWorkers + byPostgres));
        } finally {
            server.drop(database);
        }
    }

    private record Workers(List<WorkerProcess> processes) implements AutoCloseable {

        static Workers start(TestDatabase database, BenchmarkSettings settings, int size) throws IOException {
            Workers workers = new Workers(new ArrayList<>());
            for (int number = 1; number <= size; number++) {
                workers.processes.add(WorkerProcess.on(
                        database,
                        settings.results().resolve("worker-" + number + ".log"),
                        "ordermill.worker.concurrency=" + SLOTS));
            }
            return workers;
        }

        double processorSeconds() {
            return processes.stream()
                    .mapToDouble(WorkerProcess::processorSeconds)
                    .sum();
        }

        @Override
        public void close() {
            processes.forEach(WorkerProcess::close);
        }
    }

    /** Returns the time from the first start to the last end. */
    private static Duration all(TestCompany company, BenchmarkSettings settings) throws IOException {
        List<UUID> submitted = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            submitted.add(ProductImport.submit(company, settings.file()));
        }
        List<Operation> ended = submitted.stream()
                .map(operation -> ProductImport.awaitEnd(company, operation, settings))
                .toList();
        return Duration.between(
                first(ended.stream().map(Operation::startedAt)),
                last(ended.stream().map(Operation::finishedAt)));
    }

    private static Instant first(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElseThrow();
    }

    private static double postgresSeconds(TestDatabase database) {
        long session = JdbcClient.create(database.dataSource())
                .sql("select pg_backend_pid()")
                .query(Long.class)
                .single();
        return LinuxTask.siblings(session).stream()
                .mapToDouble(LinuxTask::seconds)
                .sum();
    }
}
