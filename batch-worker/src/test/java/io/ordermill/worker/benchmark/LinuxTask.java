package io.ordermill.worker.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thread or process as Linux shows it under {@code /proc}; elsewhere there are none.
 *
 * @param name a thread's own name, or the title a process gives itself
 * @param seconds processor time so far, to the hundredth
 */
record LinuxTask(long id, String name, double seconds) {

    private static final double TICKS_PER_SECOND = 100;

    private static final Path THREADS = Path.of("/proc/self/task");

    /** The threads of this JVM, its own included. */
    static List<LinuxTask> threads() {
        if (!Files.isDirectory(THREADS)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(THREADS)) {
            return directories
                    .flatMap(directory -> read(directory, "comm").stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes with the same parent, the given one included. */
    static List<LinuxTask> siblings(long processId) {
        return ProcessHandle.of(processId).flatMap(ProcessHandle::parent).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(child -> read(Path.of("/proc", Long.toString(child.pid())), "cmdline").stream())
                .toList();
    }

    /** Empty for one that has ended. */
    private static Optional<LinuxTask> read(Path directory, String nameFile) {
        try {
            String stat = Files.readString(directory.resolve("stat"), ISO_8859_1);
            String name = Files.readString(directory.resolve(nameFile), ISO_8859_1);
            // The fields after the name, which is in parentheses and may hold anything: state first, times 12th and
            // 13th (user, system).
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return Optional.of(new LinuxTask(
                    Long.parseLong(directory.getFileName().toString()),
                    name.replace('\0', ' ').strip(),
                    ticks / TICKS_PER_SECOND));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
