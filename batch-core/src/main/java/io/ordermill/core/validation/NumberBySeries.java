package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.reference.References.Assignment;
import io.ordermill.core.reference.References.NumberSeries;
import io.ordermill.core.reference.References.TransactionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order number is given, or not given, as the number series of the transaction type wants it. */
final class NumberBySeries {

    private static final String POINTER = "/orderNumber";

    private NumberBySeries() {}

    static void check(Facts facts, Findings findings) {
        Optional.ofNullable(Given.text(facts.order().transactionType()))
                .flatMap(facts.references()::transactionType)
                .ifPresent(type -> check(facts.order().orderNumber(), type, findings));
    }

    private static void check(@Nullable Long number, TransactionType type, Findings findings) {
        NumberSeries series = type.numberSeries();
        if (number == null) {
            if (series.assignment() == Assignment.MANUAL) {
                findings.add(
                        ErrorCode.ORDER_NUMBER_REQUIRED,
                        POINTER,
                        "Orders of transaction type %s need an order number.".formatted(type.transactionType()));
            }
        } else if (series.assignment() == Assignment.AUTOMATIC) {
            outOfRange(
                    number,
                    "Orders of transaction type %s get their number by the series; %d was given."
                            .formatted(type.transactionType(), number),
                    findings);
        } else if (number < series.firstNumber() || number > series.lastNumber()) {
            outOfRange(
                    number,
                    "Order number %d is outside the series %s, %d … %d."
                            .formatted(number, series.numberSeries(), series.firstNumber(), series.lastNumber()),
                    findings);
        }
    }

    private static void outOfRange(long number, String message, Findings findings) {
        findings.add(ErrorCode.OUT_OF_RANGE, POINTER, message, number);
    }
}
