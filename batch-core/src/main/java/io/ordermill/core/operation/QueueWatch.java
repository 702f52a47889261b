package io.ordermill.core.operation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits and what is being run, for those who look after the service. */
public interface QueueWatch {

    /**
     * Operations of a company that have not ended.
     *
     * @param waiting not yet taken by any worker
     * @param taken taken by a worker at least once
     * @param oldestSubmittedAt of the waiting ones; null where there are none
     */
    record Open(
            String companyId,
            int waiting,
            int taken,
            @Nullable Instant oldestSubmittedAt) {}

    /**
     * An operation that a worker has in its hands.
     *
     * @param lastHeartbeat when that worker last said that it still has
     */
    record Held(String worker, Instant lastHeartbeat, Operation operation) {}

    /** Of each company that has any, by its id. */
    List<Open> open();

    /** By worker, then in the order of submission. */
    List<Held> held();
}
