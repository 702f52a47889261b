package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.ratio;
import static io.ordermill.worker.benchmark.Rounds.seconds;

import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Import and copy in turn, and where the import's time goes. */
class ImportBenchmark {

    @Test
    void importAgainstCopy() throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties(50_000, 3);
        Report report = new Report("Import of " + settings.describe());
        Rounds rounds = new Rounds("import s", "copy s", "import ÷ copy");
        try (BenchmarkServer server = new BenchmarkServer()) {
            ImportAndCopy.measure(server, settings.warmUp(), settings.warmUp().file());
            Path file = settings.file();
            for (int i = 0; i < settings.rounds(); i++) {
                ImportAndCopy round = ImportAndCopy.measure(server, settings, file);
                rounds.add(seconds(round.product()), seconds(round.copy()), ratio(round.product(), round.copy()));
            }
            report.database(server.describe())
                    .rounds(rounds)
                    .paragraph(
                            "Rows a second (median): import %,.0f, copy %,.0f.",
                            settings.rows() / rounds.median("import s"), settings.rows() / rounds.median("copy s"));
            watch(server, settings, file, report);
        }
        report.writeTo(settings.results().resolve("results.md"));
    }

    private static void watch(BenchmarkServer server, BenchmarkSettings settings, Path file, Report report)
            throws Exception {
        TestDatabase database = server.newDatabase();
        Profile profile = new Profile(database);
        try (profile) {
            ProductImport.measure(database, file, settings);
        }
        profile.writeTo(report);
        server.drop(database);
    }
}
