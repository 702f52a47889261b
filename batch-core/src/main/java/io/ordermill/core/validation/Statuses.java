package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;

/** Only orders and lines in an accepted status, or without one, are imported. */
final class Statuses {

    private Statuses() {}

    static void ofOrder(Facts facts, Findings findings) {
        String status = Given.text(facts.order().orderStatus());
        if (status != null && !isAccepted(status, facts)) {
            report(status, facts, "/orderStatus", findings);
        }
    }

    static void ofLine(LineFacts line, Findings findings) {
        String status = Given.text(line.line().status());
        if (status != null && !isAccepted(status, line.order())) {
            report(status, line.order(), line.pointer("status"), findings);
        }
    }

    private static boolean isAccepted(String status, Facts facts) {
        return facts.settings().acceptedStatuses().contains(status);
    }

    private static void report(String status, Facts facts, String pointer, Findings findings) {
        findings.add(
                ErrorCode.OUT_OF_RANGE,
                pointer,
                "Status %s is not accepted; it may be absent or one of: %s."
                        .formatted(
                                OrderError.excerpt(status),
                                String.join(", ", facts.settings().acceptedStatuses())),
                status);
    }
}
