package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import java.math.BigDecimal;

/** What a line costs: a price and a currency are found somewhere, and a given amount is what they make it. */
final class LineAmounts {

    private LineAmounts() {}

    static void orderHasCurrency(Facts facts, Findings findings) {
        if (facts.currencyCode() == null && facts.customer() != null) {
            findings.add(
                    ErrorCode.REQUIRED,
                    "/currencyCode",
                    "currencyCode is required: customer %s has no currency."
                            .formatted(facts.customer().customerId()));
        }
    }

    static void lineHasPrice(LineFacts line, Findings findings) {
        if (line.price() == null && line.product() != null) {
            findings.add(
                    ErrorCode.REQUIRED,
                    line.pointer("price"),
                    "price is required: product %s has none."
                            .formatted(line.product().productCode()));
        }
    }

    static void amountIsRight(LineFacts line, Findings findings) {
        BigDecimal computed = line.computedAmount();
        Money money = line.order().money();
        BigDecimal amount = line.amount();
        if (computed == null || money == null || amount == null) {
            return;
        }
        if (!money.isClose(amount, computed)) {
            findings.add(
                    ErrorCode.AMOUNT_MISMATCH,
                    line.pointer("currencyAmount"),
                    "The amount %s is not quantity × price × (1 − discount) = %s."
                            .formatted(amount.toPlainString(), computed.toPlainString()),
                    amount.toPlainString());
        } else if (!Money.fits(amount)) {
            findings.add(
                    ErrorCode.OUT_OF_RANGE,
                    line.pointer("currencyAmount"),
                    "The amount %s has more than 15 digits before the point.".formatted(amount.toPlainString()),
                    amount.toPlainString());
        }
    }
}
