package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The signs and ranges of a line's numbers. */
final class LineValues {

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
        percentage(line.line().lineDiscountPercent(), line.pointer("lineDiscountPercent"), findings);
    }

    static void splitsArePercentages(LineFacts line, Findings findings) {
        for (int i = 0; i < line.splits().size(); i++) {
            BigDecimal percent = line.splits().get(i).percentageSplit();
            percentage(percent, line.pointer("glAnalysis/" + i + "/percentageSplit"), findings);
        }
    }

    private static void percentage(@Nullable BigDecimal percent, String pointer, Findings findings) {
        if (percent != null && !Money.isPercentage(percent)) {
            outOfRange(pointer, "The percentage must be between 0 and 100, but is", percent, findings);
        }
    }

    private static void outOfRange(String pointer, String sentence, BigDecimal value, Findings findings) {
        String plain = value.toPlainString();
        findings.add(ErrorCode.OUT_OF_RANGE, pointer, sentence + " " + plain + ".", plain);
    }
}
