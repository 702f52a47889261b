package io.ordermill.api.benchmark;

import static io.ordermill.api.benchmark.Figures.quantile;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time from the first byte sent to the 201, against the least a server can do that stores the same bytes. */
class UploadBenchmark {

    /** Small ones: what surrounds the bytes is code that a process just started has yet to compile. */
    private static final int WARM_UPS = 20_000;

    /** As many as the queue takes. */
    private static final int WARM_UPS_AT_ONCE = 1_000;

    private static final int WARM_UPS_GZIP = 30;
    private static final int ROUNDS = 31;
    private static final int ROUNDS_PLAIN = 9;

    /** Or imports would run beside the uploads; and all of them stay in the queue. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ORDERMILL_WORKER_ENABLED", "false",
            "ORDERMILL_QUEUE_MAX_PENDING_PER_COMPANY", "1000");

    private record Round(Duration product, Duration bare) {

        double ratio() {
            return (double) product.toNanos() / bare.toNanos();
        }
    }

    @Test
    void uploadAgainstABareServer() throws Exception {
        byte[] gzip = LargeFile.gzip();
        byte[] plain = LargeFile.plain();
        try (BenchmarkServer postgres = new BenchmarkServer();
                Product product = Product.start(postgres, SETTINGS);
                TestDatabase bareDatabase = postgres.newDatabase();
                BareServer bare = BareServer.start(bareDatabase)) {
            Caller loader = product.newTenant().caller();
            Caller anyone = Caller.anonymous(bare.baseUrl());
            byte[] small = GeneratedOrders.simple(1, 1);
            for (int sent = 0; sent < WARM_UPS; sent += WARM_UPS_AT_ONCE) {
                measure(WARM_UPS_AT_ONCE, small, loader, anyone);
                product.forgetOperations();
            }
            measure(WARM_UPS_GZIP, gzip, loader, anyone);
            List<Round> compressed = measure(ROUNDS, gzip, loader, anyone);
            List<Round> uncompressed = measure(ROUNDS_PLAIN, plain, loader, anyone);
            long sent = (long) (WARM_UPS_GZIP + ROUNDS) * gzip.length
                    + (long) ROUNDS_PLAIN * plain.length
                    + (long) WARM_UPS * small.length;
            assertThat(storedBytes(product.database())).isEqualTo(sent);
            assertThat(storedBytes(bareDatabase)).isGreaterThan(sent);
            Figures figures = new Figures("upload", "Upload of " + LargeFile.describe(), postgres.describe());
            report(figures, "gzip", gzip.length, compressed);
            report(figures, "plain", plain.length, uncompressed);
            figures.write();
        }
    }

    /** The one that comes first changes, so that whatever grows strikes both. */
    private static List<Round> measure(int rounds, byte[] file, Caller product, Caller bare) {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                Duration first = upload(product, file);
                measured.add(new Round(first, upload(bare, file)));
            } else {
                Duration first = upload(bare, file);
                measured.add(new Round(upload(product, file), first));
            }
        }
        return measured;
    }

    private static Duration upload(Caller caller, byte[] file) {
        long start = System.nanoTime();
        int status = caller.submit(file, "").statusCode();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(status).isEqualTo(201);
        return taken;
    }

    private static long storedBytes(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select sum(length(content)) from upload_chunk")
                .query(Long.class)
                .single();
    }

    private static void report(Figures figures, String name, int size, List<Round> rounds) {
        List<Duration> product = rounds.stream().map(Round::product).toList();
        List<Duration> bare = rounds.stream().map(Round::bare).toList();
        List<Double> ratios = rounds.stream().map(Round::ratio).toList();
        figures.line("%s, %,d bytes, %d rounds in turn:", name, size, rounds.size())
                .line("")
                .columns("", "product ms", "bare server ms", "product ÷ bare")
                .row("median", quantile(product, 0.5), quantile(bare, 0.5), quantile(ratios, 0.5))
                .row("best", quantile(product, 0), quantile(bare, 0), quantile(ratios, 0))
                .row("worst", quantile(product, 1), quantile(bare, 1), quantile(ratios, 1))
                .line("");
    }
}
