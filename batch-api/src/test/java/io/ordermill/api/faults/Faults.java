package io.ordermill.api.faults;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many faults there are, and which: {@code -Dfaults.rounds=10} for ten times as many, {@code -Dfaults.seed} to do it again. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private Faults() {}

    /** So many in the normal test run. */
    static int times(int quick) {
        return quick * Integer.getInteger("faults.rounds", 1);
    }

    /** One of them in the normal test run, and all of them in a longer one. */
    static <T> List<T> any(List<T> all) {
        return times(1) > 1 ? all : List.of(all.get(new Random(SEED).nextInt(all.size())));
    }

    /** Goes on after a few milliseconds, at no particular point of a page. This is the fault's instant, it waits for nothing. */
    static void pause(Random random) {
        LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
    }

    static Random random(Object test) {
        LOG.info("{}: -Dfaults.seed={}", test.getClass().getSimpleName(), SEED);
        return new Random(SEED);
    }
}
