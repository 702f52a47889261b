package io.ordermill.core.file;

import java.io.IOException;

/** Carries what is wrong with a file out of the streams below the JSON parser. Never leaves this package. */
final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileProblem.Kind kind;
    private final String reason;

    UnreadableFileException(FileProblem.Kind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    UnreadableFileException(FileProblem.Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.reason = reason;
    }

    FileProblem.Kind kind() {
        return kind;
    }

    /** A sentence for the caller. */
    String reason() {
        return reason;
    }
}
