package io.ordermill.core.validation;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.reference.References;
import io.ordermill.core.reference.SeedReferences;
import io.ordermill.core.testing.OrderFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Orders per second of the rules, and of asking first what they will look up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OrderFile.ORDERS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
public class JudgeBenchmark {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-29T10:00:00Z"), ZoneOffset.UTC);

    private final References references = SeedReferences.ofYear(2026);
    private final OrderValidator validator = new OrderValidator(
            new OrderLimits(new OrderLimits.WithWorkflow(12, 37_000), new OrderLimits.SkipWorkflow(1_000, 1_550_000)),
            new OrderSettings(List.of("N")),
            CLOCK);
    private final List<DraftOrder> drafts = new ArrayList<>();

    @Setup
    public void read(OrderFile file) throws IOException {
        try (ItemReader<DraftOrder> items = file.drafts(file.plain())) {
            for (FileItem<DraftOrder> item = items.next(); item != null; item = items.next()) {
                drafts.add(item.value());
            }
        }
        if (!(validator.judge(drafts.get(0), references, true) instanceof Judgement.Accepted)) {
            throw new IllegalStateException("the generated orders are meant to be good");
        }
    }

    @Benchmark
    public void judge(Blackhole sink) {
        for (DraftOrder draft : drafts) {
            sink.consume(validator.judge(draft, references, true));
        }
    }

    @Benchmark
    public void references(Blackhole sink) {
        for (DraftOrder draft : drafts) {
            sink.consume(validator.references(draft));
        }
    }
}
