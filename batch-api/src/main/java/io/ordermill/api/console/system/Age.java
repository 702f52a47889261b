package io.ordermill.api.console.system;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as one says it: in the largest unit that fits. */
final class Age {

    private Age() {}

    static String of(Instant then, Instant now) {
        // Clocks of two machines may differ.
        Duration age = then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
        if (age.toMinutes() < 2) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 2) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
