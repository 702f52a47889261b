package io.ordermill.api.cli;

import java.time.Duration;

/** Waiting, which somebody may not want to go on with. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static CommandFailure interrupted() {
        Thread.currentThread().interrupt();
        return new CommandFailure(ExitCode.INTERRUPTED, "Interrupted.");
    }
}
