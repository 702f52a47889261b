package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.References.Period;
import java.util.Optional;

/** The period, given or that of the order date, exists and is open, once the company has any period. */
final class OpenPeriod {

    private static final String POINTER = "/period";

    private OpenPeriod() {}

    static void check(Facts facts, Findings findings) {
        Integer number = facts.period();
        if (number == null || !facts.references().isChecked(ReferenceKind.PERIODS)) {
            return;
        }
        Optional<Period> period = facts.references().period(number);
        if (period.isEmpty()) {
            findings.add(ErrorCode.UNKNOWN_REFERENCE, POINTER, "Period %d does not exist.".formatted(number), number);
        } else if (!period.get().open()) {
            findings.add(ErrorCode.PERIOD_CLOSED, POINTER, "Period %d is closed.".formatted(number), number);
        }
    }
}
