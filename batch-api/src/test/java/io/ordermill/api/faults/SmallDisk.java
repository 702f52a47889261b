package io.ordermill.api.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes, in memory. Whether a test may mount one is up to the system. */
final class SmallDisk implements AutoCloseable {

    private static final byte[] KILOBYTE = new byte[1024];

    private final Path path;
    private final Path ballast;

    private SmallDisk(Path path) {
        this.path = path;
        this.ballast = path.resolve("ballast");
    }

    /** Skips the test where that is not permitted. */
    static SmallDisk mount(Path directory, int megabytes) {
        assumeThat(run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString())))
                .as("exit code of mount, which root may use")
                .isZero();
        return new SmallDisk(directory);
    }

    Path path() {
        return path;
    }

    /** Leaves no space. */
    void fill() {
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(KILOBYTE);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void makeRoom() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run(List.of("umount", "--lazy", path.toString()));
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
