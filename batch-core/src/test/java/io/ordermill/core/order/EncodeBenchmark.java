package io.ordermill.core.order;

import io.ordermill.core.testing.OrderFile;
import io.ordermill.core.validation.JudgedFile;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders per second of making rows for COPY. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OrderFile.ORDERS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class EncodeBenchmark {

    private static final RowInsert ROWS = new CopyInsert(new JdbcTemplate());

    @Benchmark
    public void encode(JudgedFile file, Blackhole sink) {
        for (ValidOrder order : file.orders()) {
            sink.consume(ROWS.encode(1, order));
        }
    }
}
