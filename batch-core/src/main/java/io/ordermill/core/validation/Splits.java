package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.GlAnalysis;
import java.math.BigDecimal;
import java.util.List;
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
        if (splits.isEmpty() || isSuspect(line)) {
            return;
        }
        Sum percentages = Sum.of(splits, GlAnalysis::percentageSplit);
        Sum amounts = Sum.of(splits, GlAnalysis::amount);
        if (splits.size() > 1 && percentages.count() < splits.size() && amounts.count() < splits.size()) {
            findings.add(
                    ErrorCode.SPLIT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "Each of several entries needs a percentageSplit, or each an amount.");
        } else {
            checkPercentages(line, percentages, findings);
        }
        checkAmounts(line, amounts, findings);
    }

    private static void checkPercentages(LineFacts line, Sum percentages, Findings findings) {
        if (percentages.count() > 0 && !Money.isWhole(percentages.value())) {
            String plain = percentages.value().toPlainString();
            findings.add(
                    ErrorCode.SPLIT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "The percentages add up to %s instead of 100.".formatted(plain),
                    plain);
        }
    }

    private static void checkAmounts(LineFacts line, Sum amounts, Findings findings) {
        BigDecimal lineAmount = line.amount();
        Money money = line.order().money();
        if (amounts.count() > 0 && lineAmount != null && money != null && !money.isClose(amounts.value(), lineAmount)) {
            String plain = amounts.value().toPlainString();
            findings.add(
                    ErrorCode.AMOUNT_MISMATCH,
                    line.pointer("glAnalysis"),
                    "The amounts add up to %s instead of the line's %s.".formatted(plain, lineAmount.toPlainString()),
                    plain);
        }
    }

    private static boolean isSuspect(LineFacts line) {
        Suspects suspects = line.order().suspects();
        return !suspects.isEmpty() && suspects.touch(line.pointer("glAnalysis"));
    }

    /** Of those entries that give a value. */
    private record Sum(int count, BigDecimal value) {

        static Sum of(List<GlAnalysis> splits, Function<GlAnalysis, @Nullable BigDecimal> member) {
            int count = 0;
            BigDecimal sum = BigDecimal.ZERO;
            for (GlAnalysis split : splits) {
                BigDecimal value = member.apply(split);
                if (value != null) {
                    sum = sum.add(value);
                    count++;
                }
            }
            return new Sum(count, sum);
        }
    }
}
