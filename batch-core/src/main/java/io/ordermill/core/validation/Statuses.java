package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Only orders and lines in an accepted status, or without one, are imported. */
final class Statuses {

    private Statuses() {}

    static void ofOrder(Facts facts, Findings findings) {
        check(facts.order().orderStatus(), facts, "/orderStatus", findings);
    }

    static void ofLine(LineFacts line, Findings findings) {
        check(line.line().status(), line.order(), line.pointer("status"), findings);
    }

    private static void check(@Nullable String status, Facts facts, String pointer, Findings findings) {
        List<String> accepted = facts.settings().acceptedStatuses();
        if (status != null && !status.isEmpty() && !accepted.contains(status)) {
            findings.add(
                    ErrorCode.OUT_OF_RANGE,
                    pointer,
                    "Status %s is not accepted; it may be absent or one of: %s."
                            .formatted(OrderError.excerpt(status), String.join(", ", accepted)),
                    status);
        }
    }
}
