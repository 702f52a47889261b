package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.SalesOrder;
import org.jspecify.annotations.Nullable;

/** The minimal expected content (seed 001, Simple Example). An empty text is missing. */
final class RequiredMembers {

    private RequiredMembers() {}

    static void ofOrder(Facts facts, Findings findings) {
        SalesOrder order = facts.order();
        require(order.customerId(), "customerId", findings);
        require(order.transactionType(), "transactionType", findings);
        require(order.responsible(), "responsible", findings);
        require(order.salesPerson(), "salesPerson", findings);
        if (facts.draft().lineCount() == 0) {
            findings.add(ErrorCode.REQUIRED, "/orderLines", "At least one detail line is required.");
        }
    }

    static void ofLine(LineFacts line, Findings findings) {
        if (Given.text(line.line().productCode()) == null) {
            report(line.pointer(), "productCode", findings);
        }
        if (line.line().quantity() == null) {
            report(line.pointer(), "quantity", findings);
        }
    }

    private static void require(@Nullable String value, String member, Findings findings) {
        if (Given.text(value) == null) {
            report("", member, findings);
        }
    }

    private static void report(String owner, String member, Findings findings) {
        findings.add(ErrorCode.REQUIRED, owner + "/" + member, member + " is required.");
    }
}
