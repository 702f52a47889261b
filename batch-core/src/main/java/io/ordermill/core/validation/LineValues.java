package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import java.math.BigDecimal;

/** The signs and ranges of a line's numbers. */
final class LineValues {

    private static final String NO_PERCENTAGE = "The percentage must be between 0 and 100, but is";

    private LineValues() {}

    static void quantityIsPositive(LineFacts line, Findings findings) {
        BigDecimal quantity = line.line().quantity();
        if (quantity != null && quantity.signum() <= 0) {
            outOfRange(line.pointer("quantity"), "The quantity must be greater than 0, but is", quantity, findings);
        }
    }

    /** Looks at the product's price too, where none is given. */
    static void priceIsNotNegative(LineFacts line, Findings findings) {
        BigDecimal price = line.price();
        if (price != null && price.signum() < 0) {
            outOfRange(line.pointer("price"), "The price must not be less than 0, but is", price, findings);
        }
    }

    static void discountIsPercentage(LineFacts line, Findings findings) {
        BigDecimal discount = line.line().lineDiscountPercent();
        if (discount != null && !Money.isPercentage(discount)) {
            outOfRange(line.pointer("lineDiscountPercent"), NO_PERCENTAGE, discount, findings);
        }
    }

    static void splitsArePercentages(LineFacts line, Findings findings) {
        for (int i = 0; i < line.splits().size(); i++) {
            BigDecimal percent = line.splits().get(i).percentageSplit();
            if (percent != null && !Money.isPercentage(percent)) {
                outOfRange(line.pointer("glAnalysis/" + i + "/percentageSplit"), NO_PERCENTAGE, percent, findings);
            }
        }
    }

    private static void outOfRange(String pointer, String sentence, BigDecimal value, Findings findings) {
        String plain = value.toPlainString();
        findings.add(ErrorCode.OUT_OF_RANGE, pointer, sentence + " " + plain + ".", plain);
    }
}
