package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.ratio;
import static io.ordermill.worker.benchmark.Rounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The import against two jobs as the Spring Batch guide teaches them, in turn. */
class TextbookBenchmark {

    private interface Way {
        Duration measure(TestDatabase database) throws Exception;
    }

    @Test
    void importAgainstTextbookJobs() throws Exception {
        BenchmarkSettings settings =
                BenchmarkSettings.fromSystemProperties(20_000, 3).simple();
        Report report = new Report("Textbook jobs, " + settings.describe());
        try (BenchmarkServer server = new BenchmarkServer()) {
            measure(server, settings.warmUp());
            report.database(server.describe())
                    .rounds(measure(server, settings))
                    .writeTo(settings.results().resolve("textbook.md"));
        }
    }

    private static Rounds measure(BenchmarkServer server, BenchmarkSettings settings) throws Exception {
        Rounds rounds = new Rounds(
                "import s",
                "bare textbook s",
                "textbook with look-ups s",
                "bare textbook ÷ import",
                "textbook with look-ups ÷ import");
        Path file = settings.file();
        for (int i = 0; i < settings.rounds(); i++) {
            Duration product = measure(server, settings, database -> ProductImport.measure(database, file, settings));
            Duration bare = measure(server, settings, database -> TextbookJob.bare(database, file));
            Duration withLookUps = measure(server, settings, database -> TextbookJob.withLookUps(database, file));
            rounds.add(
                    seconds(product),
                    seconds(bare),
                    seconds(withLookUps),
                    ratio(bare, product),
                    ratio(withLookUps, product));
        }
        return rounds;
    }

    private static Duration measure(BenchmarkServer server, BenchmarkSettings settings, Way way) throws Exception {
        TestDatabase database = server.newDatabase();
        Duration taken = way.measure(database);
        assertThat(SavedRows.in(database)).isEqualTo(settings.savedRows());
        server.drop(database);
        return taken;
    }
}
