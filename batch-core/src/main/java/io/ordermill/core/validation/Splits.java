package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.GlAnalysis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line's {@code glAnalysis} splits the whole line: by percentages that add up to exactly 100, or by amounts that add up to
 * the line's amount within one minor unit. A single entry needs neither.
 */
final class Splits {

    private Splits() {}

    static void check(LineFacts line, Findings findings) {
        List<GlAnalysis> splits = line.splits();
        if (splits.isEmpty() || line.order().suspects().touch(line.pointer("glAnalysis"))) {
            return;
        }
        List<BigDecimal> percentages = given(splits, GlAnalysis::percentageSplit);
        List<BigDecimal> amounts = given(splits, GlAnalysis::amount);
        if (splits.size() > 1 && percentages.size() < splits.size() && amounts.size() < splits.size()) {
            findings.add(
                    ErrorCode.SPLIT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "Each of several entries needs a percentageSplit, or each an amount.");
        } else {
            checkPercentages(line, percentages, findings);
        }
        checkAmounts(line, amounts, findings);
    }

    private static void checkPercentages(LineFacts line, List<BigDecimal> percentages, Findings findings) {
        BigDecimal sum = sum(percentages);
        if (!percentages.isEmpty() && !Money.isWhole(sum)) {
            String plain = sum.toPlainString();
            findings.add(
                    ErrorCode.SPLIT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "The percentages add up to %s instead of 100.".formatted(plain),
                    plain);
        }
    }

    private static void checkAmounts(LineFacts line, List<BigDecimal> amounts, Findings findings) {
        BigDecimal sum = sum(amounts);
        BigDecimal lineAmount = line.amount();
        Money money = line.money();
        if (!amounts.isEmpty() && lineAmount != null && money != null && !money.isClose(sum, lineAmount)) {
            findings.add(
                    ErrorCode.AMOUNT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "The amounts add up to %s instead of the line's %s."
                            .formatted(sum.toPlainString(), lineAmount.toPlainString()),
                    sum.toPlainString());
        }
    }

    private static List<BigDecimal> given(List<GlAnalysis> splits, Function<GlAnalysis, @Nullable BigDecimal> member) {
        return splits.stream().map(member).filter(Objects::nonNull).toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
