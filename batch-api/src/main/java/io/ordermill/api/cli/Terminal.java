package io.ordermill.api.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether standard error is a terminal, which Java tells only of standard input and output together. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final List<String> DEVICES = List.of("/dev/pts/", "/dev/tty", "/dev/console");

    private Terminal() {}

    static boolean isStandardError() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            if (Files.isSymbolicLink(STANDARD_ERROR)) {
                String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return DEVICES.stream().anyMatch(device::startsWith);
            }
            return asksTheSystem();
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** Where there is no {@code /proc}: macOS, the BSDs. */
    private static boolean asksTheSystem() throws IOException {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
