package io.ordermill.worker.benchmark;

import java.util.HashMap;
import java.util.Map;

/**
 * Processor time by who spent it, from repeated looks at what threads and processes have spent so far. One that was not
 * there at the first look began after it, so all of its time counts.
 */
final class ProcessorTimes {

    private final Map<Spender, Double> before = new HashMap<>();
    private final Map<Spender, Double> now = new HashMap<>();
    private boolean begun;

    private record Spender(Activity activity, long id) {}

    /** Ends the first look. */
    void begin() {
        begun = true;
    }

    /**
     * Notes what a thread or process has spent.
     *
     * @param activity the same for all whose times are to be added
     */
    void note(Activity activity, long id, double seconds) {
        Spender spender = new Spender(activity, id);
        if (!begun) {
            before.put(spender, seconds);
        }
        now.put(spender, seconds);
    }

    /** Seconds since the first look. */
    Map<Activity, Double> totals() {
        Map<Activity, Double> totals = new HashMap<>();
        now.forEach((spender, seconds) ->
                totals.merge(spender.activity, seconds - before.getOrDefault(spender, 0.0), Double::sum));
        return totals;
    }
}
