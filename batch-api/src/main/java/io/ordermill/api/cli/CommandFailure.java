package io.ordermill.api.cli;

/** Ends a command in a way that can be foreseen; the message is for the person who typed it. */
class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
