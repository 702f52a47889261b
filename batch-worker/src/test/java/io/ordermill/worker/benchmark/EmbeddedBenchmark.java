package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.ratio;
import static io.ordermill.worker.benchmark.Rounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;

/** Import into H2 as the API embeds it, and a bare loop of JDBC batches that inserts the same rows, in turn. */
class EmbeddedBenchmark {

    @Test
    void importIntoH2AgainstBareBatches() throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties(20_000, 3);
        Report report = new Report("Embedded H2, " + settings.describe())
                .database(Map.of("H2", Constants.FULL_VERSION, "URL", EmbeddedDatabase.url("/…")));
        measure(settings.once());
        report.rounds(measure(settings)).writeTo(settings.results().resolve("embedded.md"));
    }

    private static Rounds measure(BenchmarkSettings settings) throws IOException, SQLException {
        Rounds rounds = new Rounds("import s", "bare JDBC batches s", "import ÷ bare");
        Path file = settings.file();
        for (int i = 0; i < settings.rounds(); i++) {
            Duration product;
            PagesBatch pages;
            try (EmbeddedDatabase imported = EmbeddedDatabase.in(settings.results())) {
                product = ProductImport.measure(imported.database(), file, settings);
                assertThat(SavedRows.in(imported.database())).isEqualTo(settings.savedRows());
                pages = PagesBatch.export(imported.database());
            }
            try (EmbeddedDatabase filled = EmbeddedDatabase.in(settings.results())) {
                Duration bare = pages.measure(filled.database());
                assertThat(SavedRows.in(filled.database())).isEqualTo(settings.savedRows());
                rounds.add(seconds(product), seconds(bare), ratio(product, bare));
            }
        }
        return rounds;
    }
}
