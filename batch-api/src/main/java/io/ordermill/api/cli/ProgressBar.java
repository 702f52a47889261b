package io.ordermill.api.cli;

import java.util.Locale;

/** One line of a terminal, drawn again and again. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;

    private final Console console;

    ProgressBar(Console console) {
        this.console = console;
    }

    @Override
    public void show(Operation operation) {
        console.passing(line(operation.percent()) + "  " + ProgressText.of(operation));
    }

    @Override
    public void end() {
        console.keepPassingLine();
    }

    /** {@code [===============>              ]  52 %}, in characters that every terminal has. */
    static String line(double percent) {
        int full = (int) (WIDTH * percent / 100);
        String arrow = full > 0 && full < WIDTH ? "=".repeat(full - 1) + ">" : "=".repeat(full);
        return String.format(Locale.ROOT, "[%-" + WIDTH + "s] %3d %%", arrow, (int) percent);
    }
}
