package io.ordermill.core.validation;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.testing.OrderFile;
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

/** Orders per second of the rules, and of asking first what they will look up. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OrderFile.ORDERS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
public class JudgeBenchmark {

    @Benchmark
    public void judge(JudgedFile file, Blackhole sink) {
        for (DraftOrder draft : file.drafts) {
            sink.consume(file.validator.judge(draft, file.references, true));
        }
    }

    @Benchmark
    public void references(JudgedFile file, Blackhole sink) {
        for (DraftOrder draft : file.drafts) {
            sink.consume(file.validator.references(draft));
        }
    }
}
