package io.ordermill.api.faults;

import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The jars as they are, but unpacked and with their classes archived by a first run, as Spring Boot recommends where starts
 * must be quick. It halves them, and these tests consist of starts.
 */
record QuickStart(Path jar, Path archive) {

    private static final Path DIRECTORY = Path.of("target", "quick-start");
    private static final String[] SMALL = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

    static QuickStart ofApi() {
        return Prepared.API.join();
    }

    static QuickStart ofWorker() {
        return Prepared.WORKER.join();
    }

    /** Once, and both at the same time. */
    private static final class Prepared {
        static final CompletableFuture<QuickStart> API = CompletableFuture.supplyAsync(QuickStart::api);
        static final CompletableFuture<QuickStart> WORKER = CompletableFuture.supplyAsync(QuickStart::worker);
    }

    private static QuickStart api() {
        QuickStart api = unpacked(OrdermillProcess.API);
        if (!api.isArchived()) {
            try {
                Path dataDir = Files.createTempDirectory(DIRECTORY, "data-").toAbsolutePath();
                OrdermillProcess.onH2(Program.jar(api.jar), dataDir, Map.of(), api.archiving())
                        .terminate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return api;
    }

    private static QuickStart worker() {
        QuickStart worker = unpacked(OrdermillProcess.WORKER);
        if (!worker.isArchived()) {
            try (TestDatabase database = TestDatabase.postgres()) {
                OrdermillProcess.onPostgres(worker.jar, database, Map.of(), worker.archiving())
                        .terminate();
            }
        }
        return worker;
    }

    /** Into a directory of this build of the jar. Its time tells nothing, for builds are reproducible. */
    private static QuickStart unpacked(Path jar) {
        try {
            Path directory = DIRECTORY.resolve(jar.getFileName() + "-" + checksum(jar) + "-"
                    + Runtime.version().feature());
            if (!Files.isDirectory(directory)) {
                Process unpacking = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                directory.toString())
                        .inheritIO()
                        .start();
                if (unpacking.waitFor() != 0) {
                    throw new IllegalStateException("cannot unpack " + jar);
                }
            }
            return new QuickStart(directory.resolve(jar.getFileName()), directory.resolve("classes.jsa"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(Path jar) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(Files.readAllBytes(jar));
        return Long.toHexString(checksum.getValue());
    }

    private boolean isArchived() {
        return Files.exists(archive);
    }

    private String[] archiving() {
        return with("-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath());
    }

    /** For a process that starts quickly. */
    String[] options(String... more) {
        return Stream.concat(Stream.of(with("-XX:SharedArchiveFile=" + archive.toAbsolutePath())), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] with(String option) {
        return Stream.concat(Stream.of(SMALL), Stream.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", option))
                .toArray(String[]::new);
    }
}
