package io.ordermill.api.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which faults befall which imports, and how far these have come by then: all of it out of a seed.
 *
 * @param files of the imports, of one company
 * @param strikes in order of progress
 */
record FaultPlan(List<Long> files, List<Strike> strikes) {

    static final int ORDERS = 1_500;

    private static final int IMPORTS = 3;
    private static final int STRIKES = 4;

    enum Kind {
        /** SIGKILL of the worker that has the import. */
        KILL,
        /** SIGTERM. */
        TERMINATE,
        /** SIGSTOP until its operation has been taken over, then SIGCONT. */
        FREEZE,
        /** SIGSTOP and SIGCONT at once. */
        STUMBLE,
        /** PostgreSQL ends all connections of the worker. */
        DISCONNECT,
        /** A caller asks for the end of the import. */
        CANCEL
    }

    /** @param processed items of the import by the time of the strike */
    record Strike(Kind kind, int imported, int processed) {}

    static FaultPlan of(long seed) {
        Random random = new Random(seed);
        List<Long> files = Stream.generate(random::nextLong).limit(IMPORTS).toList();
        List<Strike> strikes = IntStream.range(0, STRIKES)
                .mapToObj(number -> new Strike(
                        Kind.values()[random.nextInt(Kind.values().length)],
                        random.nextInt(IMPORTS),
                        random.nextInt(ORDERS)))
                .sorted(Comparator.comparingInt(Strike::processed))
                .toList();
        return new FaultPlan(files, strikes);
    }

    /** A strike may break off the running page of every import there is. */
    int lostPages() {
        return strikes.size() * files.size();
    }
}
