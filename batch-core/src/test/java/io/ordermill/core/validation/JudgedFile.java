package io.ordermill.core.validation;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.ValidOrder;
import io.ordermill.core.reference.References;
import io.ordermill.core.reference.SeedReferences;
import io.ordermill.core.testing.OrderFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What benchmarks judge and write: the orders of a generated file, all good. */
@State(Scope.Benchmark)
public class JudgedFile {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-29T10:00:00Z"), ZoneOffset.UTC);

    final References references = SeedReferences.ofYear(2026);
    final OrderValidator validator = new OrderValidator(
            new OrderLimits(new OrderLimits.WithWorkflow(12, 37_000), new OrderLimits.SkipWorkflow(1_000, 1_550_000)),
            new OrderSettings(List.of("N")),
            CLOCK);
    final List<DraftOrder> drafts = new ArrayList<>();
    private final List<ValidOrder> orders = new ArrayList<>();

    @Setup
    public void read(OrderFile file) throws IOException {
        try (ItemReader<DraftOrder> items = file.drafts(file.plain())) {
            for (FileItem<DraftOrder> item = items.next(); item != null; item = items.next()) {
                drafts.add(item.value());
                orders.add(valid(item.value()));
            }
        }
    }

    private ValidOrder valid(DraftOrder draft) {
        if (validator.judge(draft, references, true) instanceof Judgement.Accepted accepted) {
            return accepted.order();
        }
        throw new IllegalStateException("the generated orders are meant to be good");
    }

    public List<ValidOrder> orders() {
        return orders;
    }
}
