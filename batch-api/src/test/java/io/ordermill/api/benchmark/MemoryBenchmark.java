package io.ordermill.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.core.testing.BenchmarkServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the whole product takes in memory with the largest files there can be, by default two of them at once, as the worker
 * takes them; then their results are downloaded. {@code -Dbenchmark.jvm} gives it other options, {@code -Dbenchmark.extremes}
 * names some of the files, {@code -Dbenchmark.databases} one of the databases.
 */
class MemoryBenchmark {

    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final int AT_ONCE = Integer.getInteger("benchmark.at-once", 2);
    private static final String JVM_OPTIONS = System.getProperty(
            "benchmark.jvm", "-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError");
    private static final List<Extreme> EXTREMES = named("benchmark.extremes", Extreme.values()).stream()
            .map(Extreme::valueOf)
            .toList();
    private static final List<Database> DATABASES = named("benchmark.databases", Database.values()).stream()
            .map(Database::valueOf)
            .toList();

    private enum Database {
        POSTGRESQL,
        H2
    }

    /** An operation and who follows it. */
    private record Import(Caller caller, String operationId) {

        JsonNode end() {
            return Awaitility.await()
                    .atMost(DEADLINE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> caller.status(operationId), status -> !status.get("finishedAt")
                            .isNull());
        }

        void download(String type) throws IOException {
            String path = "/v1/batch-operations/" + operationId + "/results?type=" + type;
            try (InputStream results = caller.download(path, "application/json")) {
                results.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Test
    void memoryOfEveryExtreme(@TempDir Path directory) throws Exception {
        try (BenchmarkServer postgres = new BenchmarkServer()) {
            Figures figures = new Figures(
                            "memory", "Memory of the whole product, " + AT_ONCE + " files at once", postgres.describe())
                    .line("`java %s -jar batch-api.jar`, a fresh process for each.", JVM_OPTIONS)
                    .line("")
                    .columns("files", "MB sent, each", "database", "outcome", "peak RSS MB", "s");
            for (Extreme extreme : EXTREMES) {
                Path file = directory.resolve(extreme.name());
                extreme.writeTo(file);
                for (Database database : DATABASES) {
                    measure(database, postgres, extreme, file, figures);
                }
                Files.delete(file);
            }
            figures.write();
        }
    }

    private static void measure(
            Database database, BenchmarkServer postgres, Extreme extreme, Path file, Figures figures)
            throws IOException {
        String[] jvm = JVM_OPTIONS.split(" ");
        Path dataDir = Files.createDirectory(file.resolveSibling(extreme.name() + "-" + database));
        try (SmallProduct product =
                database == Database.H2 ? SmallProduct.onH2(dataDir, jvm) : SmallProduct.onPostgres(postgres, jvm)) {
            long start = System.nanoTime();
            boolean survived = survives(product, extreme, file);
            double seconds = (System.nanoTime() - start) / 1e9;
            figures.row(
                    extreme.description,
                    Files.size(file) / 1e6,
                    database,
                    survived ? "completed" : "out of memory",
                    survived ? product.process().peakMemory() / 1e6 : "",
                    seconds);
        }
    }

    private static boolean survives(SmallProduct product, Extreme extreme, Path file) throws IOException {
        try {
            List<Import> imports = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                imports.add(submit(product.newLoader(extreme.isValid), file));
            }
            for (Import one : imports) {
                assertComplete(one.end(), extreme);
            }
            for (Import one : imports) {
                one.download(extreme.isValid ? "success" : "failed");
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            // It ends a moment after its connections have.
            Awaitility.await("the end of the process, " + e)
                    .until(() -> !product.process().isAlive());
            return false;
        }
    }

    private static Import submit(Caller caller, Path file) throws IOException {
        HttpResponse<String> created = caller.submit(BodyPublishers.ofFile(file), "?skipWorkflow=true");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new Import(caller, Caller.json(created).get("batchRequestId").asString());
    }

    /** To the last order. */
    private static void assertComplete(JsonNode end, Extreme extreme) {
        assertThat(end.get("status").asString()).as(end.toString()).isEqualTo("Completed");
        assertThat(end.get(extreme.isValid ? "succeededItems" : "validationErrorCount")
                        .asInt())
                .isEqualTo(extreme.orders);
    }

    private static List<String> named(String property, Enum<?>[] all) {
        String given = System.getProperty(property);
        return given == null ? Arrays.stream(all).map(Enum::name).toList() : List.of(given.split(","));
    }
}
