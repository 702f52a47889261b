package io.ordermill.violators;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordermill.violators.circle.JdbcPublicStore;
import org.jspecify.annotations.Nullable;

/** Breaks on purpose: a scheduler in the core, and the other half of the circle. */
public class BatchInTheCore {

    @Nullable
    Scheduler scheduler;

    @Nullable
    JdbcPublicStore store;
}
