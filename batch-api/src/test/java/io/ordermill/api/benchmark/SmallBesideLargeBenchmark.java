package io.ordermill.api.benchmark;

import static io.ordermill.api.benchmark.Figures.quantile;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.GeneratedOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How long a caller with ten orders waits while the largest file is being imported. */
class SmallBesideLargeBenchmark {

    private static final int ROUNDS = 10;
    private static final int ORDERS = 10;
    private static final int LINES = 3;

    private final List<Duration> beside = new ArrayList<>();
    private final List<Duration> alone = new ArrayList<>();

    @Test
    void smallFileBesideALargeOne() throws Exception {
        byte[] large = LargeFile.gzip();
        byte[] small = GeneratedOrders.simple(ORDERS, LINES);
        try (BenchmarkServer postgres = new BenchmarkServer();
                Product product = Product.start(postgres, Map.of())) {
            product.awaitCompleted(product.newTenant().caller().accepted(large, "?skipWorkflow=true"));
            Tenant quick = product.newTenant();
            for (int i = 0; i < ROUNDS; i++) {
                alone.add(untilFinished(quick.caller(), small));
            }
            while (beside.size() < ROUNDS) {
                besideOneImport(product, large, quick, small);
            }
            new Figures("small-beside-large", "Ten orders beside " + LargeFile.describe(), postgres.describe())
                    .line(
                            "From submit to the finished status, asked for every 10 ms. Two operations at a time, the default.")
                    .line("")
                    .columns("", "p50 ms", "max ms", "rounds")
                    .row("nothing else running", quantile(alone, 0.5), quantile(alone, 1), alone.size())
                    .row("beside the large file", quantile(beside, 0.5), quantile(beside, 1), beside.size())
                    .write();
        }
    }

    /** As many rounds as one import of the large file has room for. */
    private void besideOneImport(Product product, byte[] large, Tenant quick, byte[] small) {
        String importing = product.newTenant().caller().accepted(large, "?skipWorkflow=true");
        Awaitility.await().pollInterval(Duration.ofMillis(10)).until(() -> product.sql()
                .sql("select succeeded_items > 0 from batch_operation where operation_id = cast(? as uuid)")
                .param(importing)
                .query(Boolean.class)
                .single());
        while (beside.size() < ROUNDS) {
            Duration taken = untilFinished(quick.caller(), small);
            if (product.hasEnded(importing)) {
                break;
            }
            beside.add(taken);
        }
        product.awaitCompleted(importing);
    }

    private static Duration untilFinished(Caller caller, byte[] small) {
        long start = System.nanoTime();
        String operationId = caller.accepted(small, "");
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !caller.status(operationId).get("finishedAt").isNull());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(caller.status(operationId).get("succeededItems").asInt()).isEqualTo(ORDERS);
        return taken;
    }
}
