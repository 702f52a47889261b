package io.ordermill.core.operation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How far an operation had come at some moments, for those who look at its speed. Goes with the operation. */
public interface ProgressHistory {

    /**
     * How far it had come at a moment.
     *
     * @param judgedItems whether saved, reported or held back
     */
    record Sample(Instant at, int judgedItems) {}

    /** Adds a sample. Belongs into the transaction of the page that it counts in. */
    void add(UUID operationId, Sample sample);

    /**
     * What there is, oldest first.
     *
     * @param most if there are more, some are left out, evenly, and not the last one
     */
    List<Sample> samples(UUID operationId, int most);
}
