package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.GeneratedOrders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * What to measure, from system properties {@code benchmark.*}.
 *
 * @param rounds how often each way is measured
 * @param results the directory the results go to
 */
record BenchmarkSettings(int orders, int lines, int rounds, Shape shape, Path results) {

    enum Shape {
        SIMPLE,
        COMPLETE
    }

    /** Each benchmark has a size of its own that shows something within minutes. */
    static BenchmarkSettings fromSystemProperties(int defaultOrders, int defaultRounds) throws IOException {
        return new BenchmarkSettings(
                Integer.getInteger("benchmark.orders", defaultOrders),
                Integer.getInteger("benchmark.lines", 10),
                Integer.getInteger("benchmark.rounds", defaultRounds),
                Shape.valueOf(System.getProperty("benchmark.shape", "simple").toUpperCase(Locale.ROOT)),
                Files.createDirectories(Path.of("target", "benchmark")));
    }

    /** The same with fewer orders, to warm up with. */
    BenchmarkSettings warmUp() {
        return new BenchmarkSettings(Math.min(orders, 5_000), lines, 1, shape, results);
    }

    /** The same for a single round: to warm up what has more to compile than a smaller one would show. */
    BenchmarkSettings once() {
        return new BenchmarkSettings(orders, lines, 1, shape, results);
    }

    BenchmarkSettings times(int factor) {
        return new BenchmarkSettings(Math.multiplyExact(orders, factor), lines, rounds, shape, results);
    }

    /** For benchmarks that know no other shape. */
    BenchmarkSettings simple() {
        return new BenchmarkSettings(orders, lines, rounds, Shape.SIMPLE, results);
    }

    /** The header, and for each line itself and two postings. */
    int rows() {
        return Math.multiplyExact(orders, 1 + 3 * lines);
    }

    SavedRows savedRows() {
        return new SavedRows(orders, (long) orders * lines, 2L * orders * lines, orders);
    }

    /** Settings of a worker as it is, but for limits that let so many orders pass. */
    String[] worker() {
        return new String[] {
            "ordermill.worker.polling-interval=200ms",
            "ordermill.limits.skip-workflow.items-per-batch=" + rows(),
            "ordermill.file.max-items=" + orders,
            "ordermill.file.max-decompressed-size=64GB"
        };
    }

    /** Writes the orders to a file, compressed, the same every time. */
    Path file() throws IOException {
        Path file = results.resolve("%s-%dx%d.json.gz".formatted(shape.name().toLowerCase(Locale.ROOT), orders, lines));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            switch (shape) {
                case SIMPLE -> GeneratedOrders.write(gzip, orders, index -> lines, "");
                case COMPLETE -> GeneratedOrders.writeComplete(gzip, orders, lines);
            }
        }
        return file;
    }

    String describe() {
        return String.format(Locale.ROOT, "%,d orders of %d lines, %s shape", orders, lines, shape);
    }
}
