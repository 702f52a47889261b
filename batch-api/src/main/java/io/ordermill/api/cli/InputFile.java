package io.ordermill.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file named on the command line, which must be there before anything is sent. */
final class InputFile {

    private InputFile() {}

    static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unreadable(file);
        }
    }

    static CommandFailure unreadable(Path file) {
        return new CommandFailure(ExitCode.USAGE, "There is no file " + file + " that can be read.");
    }
}
