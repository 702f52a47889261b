package io.ordermill.api.e2e;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the two jars as a process of its own, so that it can be killed. */
public final class OrdermillProcess implements AutoCloseable {

    public static final Path API = Path.of("target/batch-api.jar");
    public static final Path WORKER = Path.of("../batch-worker/target/batch-worker.jar");
    public static final String ADMIN_SECRET = "process-test-bootstrap-secret";

    /** What Java is to run. */
    public record Program(List<String> arguments) {

        public static Program jar(Path jar) {
            return new Program(List.of("-jar", jar.toAbsolutePath().toString()));
        }

        /** A main class of a test, before the classes of a jar. */
        public static Program main(Class<?> main, List<Path> classpath) {
            String paths = classpath.stream()
                    .map(path -> path.toAbsolutePath().normalize().toString())
                    .collect(joining(File.pathSeparator));
            return new Program(List.of("-cp", paths, main.getName()));
        }
    }

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;
    private final String baseUrl;

    private OrdermillProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.baseUrl = "http://127.0.0.1:" + awaitPort();
        awaitReady();
    }

    /** The embedded default on a data directory. */
    static OrdermillProcess onH2(Path dataDir, Map<String, String> settings, String... jvmOptions) {
        return onH2(Program.jar(API), dataDir, settings, jvmOptions);
    }

    public static OrdermillProcess onH2(
            Program program, Path dataDir, Map<String, String> settings, String... jvmOptions) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ORDERMILL_DATA_DIR", dataDir.toString());
        return start(program, environment, jvmOptions);
    }

    /** One of the jars on PostgreSQL, by the three variables. */
    public static OrdermillProcess onPostgres(
            Path jar, TestDatabase database, Map<String, String> settings, String... jvmOptions) {
        return onPostgres(Program.jar(jar), database, settings, jvmOptions);
    }

    public static OrdermillProcess onPostgres(
            Program program, TestDatabase database, Map<String, String> settings, String... jvmOptions) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("ORDERMILL_BOOTSTRAP_CLIENT_ID", "operator");
        environment.put("ORDERMILL_BOOTSTRAP_CLIENT_SECRET", ADMIN_SECRET);
        return start(program, environment, jvmOptions);
    }

    private static OrdermillProcess start(Program program, Map<String, String> environment, String... jvmOptions) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(jvmOptions));
            command.addAll(program.arguments());
            Path log = Files.createTempFile(Path.of("target"), "process-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("SERVER_PORT", "0");
            builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
            return new OrdermillProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** The most physical memory the process has had so far, in bytes, as the Linux kernel counts it. */
    public long peakMemory() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String peak = status.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the process has ended"));
            return 1024 * Long.parseLong(peak.replaceAll("\\D", ""));
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel's out-of-memory killer would: no shutdown hook, no flush. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Waits for it to end by itself and gives back its exit code. */
    public int awaitEnd() {
        awaitExit();
        return process.exitValue();
    }

    /** As a service manager would. */
    public void terminate() {
        process.destroy();
        awaitExit();
    }

    /** As a machine that stalls: the process stands still, its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " answered " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still running: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String awaitPort() {
        return await().atMost(START).pollInterval(POLL).until(this::port, port -> !port.isEmpty());
    }

    private String port() {
        String text = log();
        if (!process.isAlive()) {
            throw new IllegalStateException("ended at its start:\n" + text);
        }
        Matcher matcher = PORT.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void awaitReady() {
        HttpRequest probe = HttpRequest.newBuilder(URI.create(baseUrl + "/actuator/health/readiness"))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        await().atMost(START)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(() -> http.send(probe, BodyHandlers.discarding()).statusCode() == 200);
    }
}
