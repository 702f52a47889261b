package io.ordermill.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.BenchmarkServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the whole product takes in memory with the largest files there can be, by default two of them at once, as the worker
 * takes them. {@code -Dbenchmark.jvm} gives it other options, {@code -Dbenchmark.extremes} names some of the files.
 */
class MemoryBenchmark {

    private static final int AT_ONCE = Integer.getInteger("benchmark.at-once", 2);
    private static final String JVM_OPTIONS =
            System.getProperty("benchmark.jvm", "-Xmx128m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError");
    private static final List<Extreme> EXTREMES = Arrays.stream(
                    System.getProperty("benchmark.extremes", String.join(",", names()))
                            .split(","))
            .map(Extreme::valueOf)
            .toList();

    @Test
    void memoryOfEveryExtreme(@TempDir Path directory) throws Exception {
        try (BenchmarkServer postgres = new BenchmarkServer()) {
            Figures figures = new Figures(
                            "memory", "Memory of the whole product, " + AT_ONCE + " files at once", postgres.describe())
                    .line("`java %s -jar batch-api.jar`, a fresh process for each.", JVM_OPTIONS)
                    .line("")
                    .columns("files", "MB sent, each", "outcome", "peak RSS MB", "s");
            for (Extreme extreme : EXTREMES) {
                Path file = directory.resolve(extreme.name());
                extreme.writeTo(file);
                measure(postgres, extreme, file, figures);
                Files.delete(file);
            }
            figures.write();
        }
    }

    private static void measure(BenchmarkServer postgres, Extreme extreme, Path file, Figures figures)
            throws IOException {
        try (Product product = Product.start(postgres, Map.of(), JVM_OPTIONS.split(" "))) {
            long start = System.nanoTime();
            List<String> operations = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                operations.add(submit(product, extreme, file));
            }
            boolean survived = operations.stream().allMatch(product::awaitEnd);
            double seconds = (System.nanoTime() - start) / 1e9;
            figures.row(
                    extreme.description,
                    Files.size(file) / 1e6,
                    survived ? outcome(product, extreme) : "out of memory",
                    survived ? product.process().peakMemory() / 1e6 : "",
                    seconds);
        }
    }

    private static String submit(Product product, Extreme extreme, Path file) throws IOException {
        Tenant tenant = extreme.isValid ? product.newTenant() : product.newEmptyTenant();
        HttpResponse<String> created = tenant.caller().submit(BodyPublishers.ofFile(file), "?skipWorkflow=true");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Caller.json(created).get("batchRequestId").asString();
    }

    /** How all ended; what is called completed has to be so to the last order. */
    private static String outcome(Product product, Extreme extreme) {
        int complete = product.sql()
                .sql("""
                        select count(*) from batch_operation
                        where status = 'T' and succeeded_items = ? and failed_items = ?""")
                .params(extreme.isValid ? extreme.orders : 0, extreme.isValid ? 0 : extreme.orders)
                .query(Integer.class)
                .single();
        int completed = product.sql()
                .sql("select count(*) from batch_operation where status = 'T'")
                .query(Integer.class)
                .single();
        assertThat(complete).isEqualTo(completed);
        return completed == AT_ONCE ? "completed" : "%d of %d failed".formatted(AT_ONCE - completed, AT_ONCE);
    }

    private static List<String> names() {
        return Arrays.stream(Extreme.values()).map(Extreme::name).toList();
    }
}
