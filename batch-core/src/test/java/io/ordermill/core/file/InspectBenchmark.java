package io.ordermill.core.file;

import io.ordermill.core.testing.OrderFile;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Orders per second of the first reading of a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OrderFile.ORDERS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
public class InspectBenchmark {

    private final FileInspector inspector = new FileInspector(OrderFile.LIMITS);

    @Benchmark
    public Inspection compressed(OrderFile file) throws IOException {
        return inspector.inspect(file.compressed());
    }

    @Benchmark
    public Inspection plain(OrderFile file) throws IOException {
        return inspector.inspect(file.plain());
    }
}
