package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Data on standard output, everything that is said about it on standard error, both in UTF-8 whatever the locale is. On a
 * terminal the last line may be a passing one, which the next takes the place of. Text of the server's is printed without its
 * control characters, for a file name must not move the cursor.
 */
final class Console {

    private static final String ERASE_REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private boolean quiet;
    private boolean passingLine;

    /** @param terminal whether somebody looks at {@code err} */
    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                Terminal.isStandardError());
    }

    /** From now on nothing but data and errors. */
    void beQuiet() {
        quiet = true;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isTerminal() {
        return terminal;
    }

    /** For bytes that are to pass as they are. */
    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void data(String line) {
        erasePassingLine();
        out.println(printable(line));
    }

    void data(Json document) {
        erasePassingLine();
        out.println(document);
    }

    void note(String text) {
        if (!quiet) {
            error(text);
        }
    }

    void error(String text) {
        erasePassingLine();
        err.println(printable(text));
    }

    /** On a terminal, unless nobody wants to know. */
    void passing(String line) {
        if (terminal && !quiet) {
            err.print("\r" + printable(line) + ERASE_REST_OF_LINE);
            err.flush();
            passingLine = true;
        }
    }

    /** Lets the passing line stay. */
    void keepPassingLine() {
        if (passingLine) {
            err.println();
            passingLine = false;
        }
    }

    /** Nothing more is coming. Whether all data has been taken. */
    boolean end() {
        erasePassingLine();
        return !out.checkError();
    }

    private void erasePassingLine() {
        if (passingLine) {
            err.print("\r" + ERASE_REST_OF_LINE);
            err.flush();
            passingLine = false;
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f&&[^\\n]]", "\ufffd");
    }
}
