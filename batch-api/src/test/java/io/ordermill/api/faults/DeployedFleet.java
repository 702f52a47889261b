package io.ordermill.api.faults;

import static java.util.stream.Collectors.joining;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The fleet that {@code deploy/fleet.sh} starts, its PostgreSQL included. */
final class DeployedFleet {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>(Fleet.NERVOUS);
    private final String postgresBinaries = postgresBinaries();
    private final int apiPort;
    private final List<Integer> workerPorts;
    private final int postgresPort;

    DeployedFleet(Path directory) {
        this.directory = directory;
        List<Integer> ports = freePorts(4);
        this.apiPort = ports.get(0);
        this.workerPorts = ports.subList(1, 3);
        this.postgresPort = ports.get(3);
        environment.put("POSTGRES_BIN", postgresBinaries);
        environment.put("FLEET_API_PORT", Integer.toString(apiPort));
        environment.put(
                "FLEET_WORKER_PORTS", workerPorts.stream().map(Object::toString).collect(joining(" ")));
        environment.put("FLEET_POSTGRES_PORT", Integer.toString(postgresPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    }

    /** Runs the script and gives back its exit code. */
    int run(String command) {
        return run(List.of("deploy/fleet.sh", command, directory.toString()));
    }

    private int run(List<String> command) {
        try {
            ProcessBuilder process = new ProcessBuilder(command).inheritIO();
            process.environment().putAll(environment);
            return process.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Tenant newTenant() {
        String url = "http://127.0.0.1:" + apiPort;
        Caller admin =
                Caller.withBasic(url, "operator", read("operator.secret")).withToken();
        Tenant tenant = Tenant.withSeedReferences(url, admin);
        MixedFile.loadSeries(tenant, admin);
        return tenant;
    }

    void killFirstWorker() {
        ProcessHandle worker = ProcessHandle.of(Long.parseLong(read("worker-" + workerPorts.get(0) + ".pid")))
                .orElseThrow();
        worker.destroyForcibly();
        worker.onExit().join();
    }

    void stopPostgres(String mode) {
        postgres("-m", mode, "stop");
    }

    void startPostgres() {
        postgres(
                "-l",
                directory.resolve("postgres.log").toString(),
                "-o",
                "-p " + postgresPort + " -h 127.0.0.1 -k " + directory,
                "start");
    }

    // As the script does it.
    private void postgres(String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(
                postgresBinaries + "/pg_ctl",
                "-D",
                directory.resolve("postgres").toString(),
                "-w",
                "-s"));
        command.addAll(List.of(arguments));
        int code = run(command);
        if (code != 0) {
            throw new IllegalStateException(command + " answered " + code);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres", "ordermill", read("postgres.secret")));
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the server that other tests use. */
    private static String postgresBinaries() {
        try (TestDatabase database = TestDatabase.postgres()) {
            return JdbcClient.create(database.dataSource())
                    .sql("select setting from pg_config where name = 'BINDIR'")
                    .query(String.class)
                    .single();
        }
    }

    private static List<Integer> freePorts(int number) {
        List<ServerSocket> sockets =
                Stream.generate(DeployedFleet::open).limit(number).toList();
        return sockets.stream().map(DeployedFleet::close).toList();
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int close(ServerSocket socket) {
        try (socket) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
