package io.ordermill.core.order;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.testing.OrderFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Orders per second of the second reading of a file, from bytes to drafts. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OrderFile.ORDERS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
public class ParseBenchmark {

    @Benchmark
    public void compressed(OrderFile file, Blackhole sink) throws IOException {
        parse(file, file.compressed(), sink);
    }

    @Benchmark
    public void plain(OrderFile file, Blackhole sink) throws IOException {
        parse(file, file.plain(), sink);
    }

    private static void parse(OrderFile file, InputStream bytes, Blackhole sink) throws IOException {
        try (ItemReader<DraftOrder> items = file.drafts(bytes)) {
            for (FileItem<DraftOrder> item = items.next(); item != null; item = items.next()) {
                sink.consume(item);
            }
        }
    }
}
