package io.ordermill.api.console.operations;

import io.ordermill.core.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an operation.
 *
 * @param detail null where there is no more to say
 */
record Moment(Instant at, String text, @Nullable String detail) {

    /** Oldest first, and its end last, though the clocks of two processes may differ by a moment. */
    static List<Moment> of(Operation operation) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(operation.submittedAt(), "Submitted", "by " + operation.submittedBy()));
        if (operation.startedAt() != null) {
            moments.add(new Moment(operation.startedAt(), "Taken by a worker", attempts(operation.attempt())));
        }
        if (operation.progressAt() != null) {
            moments.add(new Moment(operation.progressAt(), "Last progress", null));
        }
        if (operation.cancelAskedAt() != null) {
            moments.add(new Moment(operation.cancelAskedAt(), "Cancel asked for", null));
        }
        moments.sort(Comparator.comparing(Moment::at));
        if (operation.finishedAt() != null) {
            moments.add(new Moment(operation.finishedAt(), Status.of(operation).text(), null));
        }
        return moments;
    }

    private static @Nullable String attempts(int attempt) {
        return attempt < 2 ? null : "now in attempt " + attempt + ", for a worker gave up or was lost";
    }
}
