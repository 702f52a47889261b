package io.ordermill.worker.benchmark;

import static io.ordermill.worker.benchmark.Rounds.seconds;

import io.ordermill.core.testing.BenchmarkServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A file and one of ten times its orders: the time of a row must stay the same. The small one is measured before the large
 * one and after it, for by then the JVM has become faster. What PostgreSQL itself loses with its tables growing, the copy
 * of the same rows tells.
 */
class ScaleBenchmark {

    @Test
    void tenTimesTheRows() throws Exception {
        int factor = Integer.getInteger("benchmark.factor", 10);
        BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties(50_000, 1);
        Report report = new Report("%d times %s".formatted(factor, settings.describe()));
        try (BenchmarkServer server = new BenchmarkServer()) {
            ImportAndCopy.measure(server, settings.warmUp(), settings.warmUp().file());
            report.database(server.describe())
                    .rounds(measure(server, settings, factor))
                    .writeTo(settings.results().resolve("scale.md"));
        }
    }

    private static Rounds measure(BenchmarkServer server, BenchmarkSettings settings, int factor) throws Exception {
        Rounds rounds = new Rounds(
                "import before s",
                "large import s",
                "import after s",
                "a row: large ÷ mean of before and after",
                "copy before s",
                "large copy s",
                "copy after s",
                "a row of the copy: large ÷ mean");
        BenchmarkSettings large = settings.times(factor);
        Path file = settings.file();
        Path largeFile = large.file();
        for (int i = 0; i < settings.rounds(); i++) {
            ImportAndCopy before = ImportAndCopy.measure(server, settings, file);
            ImportAndCopy much = ImportAndCopy.measure(server, large, largeFile);
            ImportAndCopy after = ImportAndCopy.measure(server, settings, file);
            rounds.add(
                    seconds(before.product()),
                    seconds(much.product()),
                    seconds(after.product()),
                    seconds(much.product()) / factor / mean(seconds(before.product()), seconds(after.product())),
                    seconds(before.copy()),
                    seconds(much.copy()),
                    seconds(after.copy()),
                    seconds(much.copy()) / factor / mean(seconds(before.copy()), seconds(after.copy())));
        }
        return rounds;
    }

    private static double mean(double one, double other) {
        return (one + other) / 2;
    }
}
