package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.GeneratedOrders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    static BenchmarkSettings fromSystemProperties() {
        return new BenchmarkSettings(
                Integer.getInteger("benchmark.orders", 50_000),
                Integer.getInteger("benchmark.lines", 10),
                Integer.getInteger("benchmark.rounds", 3),
                Shape.valueOf(System.getProperty("benchmark.shape", "simple").toUpperCase(Locale.ROOT)),
                Path.of("target", "benchmark"));
    }

    /** The same with fewer orders, to warm up with. */
    BenchmarkSettings warmUp() {
        return new BenchmarkSettings(Math.min(orders, 5_000), lines, 1, shape, results);
    }

    /** The header, and for each line itself and two postings. */
    int rows() {
        return orders * (1 + 3 * lines);
    }

    byte[] file() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            switch (shape) {
                case SIMPLE -> GeneratedOrders.write(gzip, orders, index -> lines, "");
                case COMPLETE -> GeneratedOrders.writeComplete(gzip, orders, lines);
            }
        }
        return bytes.toByteArray();
    }
}
