package io.ordermill.api.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** What a person who presses Ctrl-C is told: the server goes on with what it has. */
final class Interruption {

    private volatile @Nullable String advice;

    void advise(String text) {
        advice = text;
    }

    void clear() {
        advice = null;
    }

    @Nullable
    String advice() {
        return advice;
    }

    /** Runs when the process ends by a signal; Java itself then gives it the exit code. */
    void printAtExit(PrintStream err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            String text = advice;
            if (text != null) {
                err.println("\n" + text);
            }
        }));
    }
}
