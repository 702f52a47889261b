package io.ordermill.api.cli;

import java.util.Locale;

/** For a log: a line for each tenth, and one while there is nothing to count yet. */
final class ProgressLines implements Progress {

    private static final int NOTHING = -2;
    private static final int NOT_COUNTED = -1;

    private final Console console;
    private int shown = NOTHING;

    ProgressLines(Console console) {
        this.console = console;
    }

    @Override
    public void show(Operation operation) {
        int tenth = operation.isCounted() ? (int) (operation.percent() / 10) : NOT_COUNTED;
        if (tenth > shown) {
            shown = tenth;
            String percent = tenth == NOT_COUNTED ? "" : String.format(Locale.ROOT, "%3d %%  ", tenth * 10);
            console.note(percent + ProgressText.of(operation));
        }
    }
}
