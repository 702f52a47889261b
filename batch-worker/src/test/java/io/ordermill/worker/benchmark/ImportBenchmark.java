package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.BenchmarkSettings.Shape.SIMPLE;

import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.benchmark.Report.Round;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Import, copy and textbook job in turn. No test by its name, so only the profile of the same name runs it. */
class ImportBenchmark {

    @Test
    void importAgainstCopyAndTextbook() throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
        Files.createDirectories(settings.results());
        try (BenchmarkServer server = new BenchmarkServer()) {
            measure(server, settings.warmUp());
            List<Round> rounds = measure(server, settings);
            new Report()
                    .title(settings, server.describe())
                    .rounds(rounds, settings.rows())
                    .profile(profile(server, settings))
                    .writeTo(settings.results().resolve("results.md"));
        }
    }

    private static List<Round> measure(BenchmarkServer server, BenchmarkSettings settings) throws Exception {
        byte[] file = settings.file();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < settings.rounds(); i++) {
            Round round = round(server, settings, file);
            System.out.println(round);
            rounds.add(round);
        }
        return rounds;
    }

    private static Round round(BenchmarkServer server, BenchmarkSettings settings, byte[] file) throws Exception {
        TestDatabase imported = server.newDatabase();
        Duration product = ProductImport.measure(imported, file, settings.rows());
        PagesCopy pages = PagesCopy.export(imported, settings.results());
        server.drop(imported);

        TestDatabase copied = server.newDatabase();
        Duration copy = pages.measure(copied);
        requireRows(copied, settings);
        server.drop(copied);
        pages.delete();

        return new Round(product, copy, settings.shape() == SIMPLE ? textbook(server, settings, file) : null);
    }

    private static Duration textbook(BenchmarkServer server, BenchmarkSettings settings, byte[] file) throws Exception {
        TestDatabase database = server.newDatabase();
        Duration textbook = TextbookJob.measure(database, file);
        requireRows(database, settings);
        server.drop(database);
        return textbook;
    }

    private static void requireRows(TestDatabase database, BenchmarkSettings settings) {
        Integer rows = JdbcClient.create(database.dataSource())
                .sql("""
                        select (select count(*) from sales_order) + (select count(*) from sales_order_line)
                             + (select count(*) from gl_posting)""")
                .query(Integer.class)
                .single();
        if (rows != settings.rows()) {
            throw new IllegalStateException(rows + " rows instead of " + settings.rows());
        }
    }

    private static Map<String, Double> profile(BenchmarkServer server, BenchmarkSettings settings) throws Exception {
        TestDatabase database = server.newDatabase();
        byte[] file = settings.file();
        try (Profile profile = new Profile(database)) {
            ProductImport.measure(database, file, settings.rows());
            return profile.shares();
        } finally {
            server.drop(database);
        }
    }
}
