package io.ordermill.api.cli;

/** How far an operation is, for somebody who waits. */
interface Progress {

    void show(Operation operation);

    default void end() {}

    static Progress on(Console console) {
        if (console.isQuiet()) {
            return operation -> {};
        }
        return console.isTerminal() ? new ProgressBar(console) : new ProgressLines(console);
    }
}
