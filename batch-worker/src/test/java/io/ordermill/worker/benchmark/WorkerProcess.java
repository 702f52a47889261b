package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.BatchWorkerApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker as an operator would start it, in a process of its own, with as much memory as the benchmark's. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Thread atExit;

    private WorkerProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroy, "stop-worker");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it, and does not wait until it is ready. */
    static WorkerProcess on(TestDatabase database, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BatchWorkerApplication.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        for (String setting : settings) {
            command.add("--" + setting);
        }
        return new WorkerProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The time of a processor that it has used so far. */
    double processorSeconds() {
        return Rounds.seconds(process.info().totalCpuDuration().orElseThrow());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        process.onExit().join();
    }
}
