package io.ordermill.api.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Until when to wait; by the process's own clock, which nobody can turn. */
final class Deadline {

    private final @Nullable Long nanoTime;

    private Deadline(@Nullable Long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param duration null for as long as it takes */
    static Deadline in(@Nullable Duration duration) {
        return new Deadline(duration == null ? null : System.nanoTime() + duration.toNanos());
    }

    boolean isOver() {
        return nanoTime != null && System.nanoTime() - nanoTime >= 0;
    }

    /** The pause, or what is left. */
    Duration atMost(Duration pause) {
        if (nanoTime == null) {
            return pause;
        }
        Duration left = Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
        return left.compareTo(pause) < 0 ? left : pause;
    }
}
