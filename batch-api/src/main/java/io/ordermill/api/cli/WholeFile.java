package io.ordermill.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole or not at all: written beside its place, and moved into it. */
final class WholeFile {

    /** What is to be in it. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path target;

    WholeFile(Path target) {
        this.target = target;
    }

    /** Before anything is asked of a server: a result with no place to go would be lost. */
    void checkWritable() {
        Path directory = directory();
        if (Files.isDirectory(target) || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot write " + target + ".");
        }
    }

    void write(Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream device = Files.newOutputStream(target)) {
                content.writeTo(device);
            }
            return;
        }
        Path place = Files.exists(target) ? target.toRealPath() : target;
        Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        part.toFile().deleteOnExit();
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path directory() {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target : parent;
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
