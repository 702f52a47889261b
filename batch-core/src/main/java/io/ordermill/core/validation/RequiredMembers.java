package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.SalesOrder;
import org.jspecify.annotations.Nullable;

/** The minimal expected content (seed 001, Simple Example). An empty text is missing. */
final class RequiredMembers {

    private RequiredMembers() {}

    static void ofOrder(Facts facts, Findings findings) {
        SalesOrder order = facts.order();
        require(Given.text(order.customerId()), "", "customerId", findings);
        require(Given.text(order.transactionType()), "", "transactionType", findings);
        require(Given.text(order.responsible()), "", "responsible", findings);
        require(Given.text(order.salesPerson()), "", "salesPerson", findings);
        if (facts.draft().lineCount() == 0) {
            findings.add(ErrorCode.REQUIRED, "/orderLines", "At least one detail line is required.");
        }
    }

    static void ofLine(LineFacts line, Findings findings) {
        require(Given.text(line.line().productCode()), line.pointer(), "productCode", findings);
        require(line.line().quantity(), line.pointer(), "quantity", findings);
    }

    private static void require(@Nullable Object value, String owner, String member, Findings findings) {
        if (value == null) {
            findings.add(ErrorCode.REQUIRED, owner + "/" + member, member + " is required.");
        }
    }
}
