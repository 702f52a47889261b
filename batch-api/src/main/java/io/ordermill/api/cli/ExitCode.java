package io.ordermill.api.cli;

/** How a command ended. The numbers are part of the interface and never change. */
enum ExitCode {
    /** Everything asked for was done; of an import: every order is saved, or would be. */
    ALL_SAVED(0, "done; every order saved"),
    /** Something no other code stands for. */
    UNEXPECTED(1, "anything unexpected"),
    /** The command, an option, a file or the environment is not as it must be; nothing was carried out. */
    USAGE(2, "wrong usage, a missing file, or a request that the server finds invalid"),
    /** The operation is complete, and not all of its orders are saved. */
    SOME_FAILED(3, "some orders failed"),
    /** The operation failed or was cancelled; what it had saved by then stays. */
    FAILED(4, "the operation failed or was cancelled"),
    /** The operation goes on; this command has stopped following it. */
    TIMED_OUT(5, "the wait timed out; the operation goes on"),
    /** Wrong credentials, or not permitted to this client. */
    UNAUTHORISED(6, "not authorised"),
    /** Nobody answers, or the server takes no requests at present: try again later. */
    UNREACHABLE(7, "the server cannot be reached, or takes no requests now"),
    /** As every process that is ended by SIGINT. */
    INTERRUPTED(130, "interrupted; the operation goes on");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    /** Of several operations, that which is furthest from all saved. */
    ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
