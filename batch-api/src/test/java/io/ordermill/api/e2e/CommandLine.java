package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged jar as a command, each time in a process of its own. */
record CommandLine(Map<String, String> environment, List<String> jvmOptions) {

    record Ended(int exitCode, String out, String err) {}

    CommandLine with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new CommandLine(changed, jvmOptions);
    }

    /** Without room for the files that pass through it. */
    CommandLine withHeapOf(String size) {
        return new CommandLine(
                environment,
                Stream.concat(jvmOptions.stream(), Stream.of("-Xmx" + size)).toList());
    }

    Ended run(Object... arguments) {
        return start(arguments).awaitEnd();
    }

    /** Where Ctrl-C is heard: scripts have what they run in the background ignore it, the tests and their children, too. */
    Running startInForeground(Object... arguments) {
        return startProcess(Stream.concat(Stream.of("env", "--default-signal=INT"), words(arguments).stream())
                .toList());
    }

    Running start(Object... arguments) {
        return startProcess(words(arguments));
    }

    /** As a person would see it. */
    Ended runOnTerminal(Object... arguments) {
        return startProcess(List.of("script", "-qefc", String.join(" ", words(arguments)), "/dev/null"))
                .awaitEnd();
    }

    /** Another program of Java's, with the same options. */
    Ended runInstead(Class<?> program, Object... arguments) {
        return startProcess(
                        java(List.of("-cp", Path.of("target/test-classes").toString(), program.getName()), arguments))
                .awaitEnd();
    }

    private List<String> words(Object... arguments) {
        return java(List.of("-jar", OrdermillProcess.API.toAbsolutePath().toString()), arguments);
    }

    private List<String> java(List<String> program, Object... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmOptions);
        words.addAll(program);
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return words;
    }

    private Running startProcess(List<String> command) {
        try {
            Path out = Files.createTempFile(Path.of("target"), "command-", ".out");
            Path err = Files.createTempFile(Path.of("target"), "command-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Running(Process process, Path out, Path err) {

        Running awaitMessage(String text) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readString(err).contains(text));
            return this;
        }

        /** As Ctrl-C does. */
        Ended interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return awaitEnd();
        }

        Ended awaitEnd() {
            try {
                if (!process.waitFor(2, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running: " + Files.readString(err, UTF_8));
                }
                return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
