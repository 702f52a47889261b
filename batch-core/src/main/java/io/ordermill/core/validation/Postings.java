package io.ordermill.core.validation;

import io.ordermill.core.order.Dimensions;
import io.ordermill.core.order.GlAnalysis;
import io.ordermill.core.order.Posting;
import io.ordermill.core.reference.References.Product;
import io.ordermill.core.reference.References.TaxCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The general-ledger rows of an order that passed every rule: a revenue and a tax posting for each entry of a line's
 * {@code glAnalysis}, or for the line itself where it has none. What an entry leaves open comes from the product or from
 * the order's default dimensions.
 */
final class Postings {

    private static final GlAnalysis WHOLE_LINE = new GlAnalysis(null, null, null, null, null, null);

    private Postings() {}

    static List<Posting> of(Facts facts) {
        return facts.lines().stream().flatMap(line -> ofLine(line).stream()).toList();
    }

    private static List<Posting> ofLine(LineFacts line) {
        List<GlAnalysis> splits = line.splits().isEmpty() ? List.of(WHOLE_LINE) : line.splits();
        List<BigDecimal> amounts = amounts(line, splits);
        List<Posting> postings = new ArrayList<>(2 * splits.size());
        for (int i = 0; i < splits.size(); i++) {
            postings.addAll(ofSplit(line, i + 1, splits.get(i), amounts.get(i)));
        }
        return postings;
    }

    private static List<Posting> ofSplit(LineFacts line, int number, GlAnalysis split, BigDecimal amount) {
        String account =
                Given.or(split.account(), line.product().map(Product::account).orElse(null));
        String taxCode =
                Given.or(split.taxCode(), line.product().map(Product::taxCode).orElse(null));
        List<@Nullable String> dimensions =
                dimensions(split.accounting(), line.order().order().defaultGLAnalysis());
        BigDecimal tax = tax(line, taxCode, amount);
        int lineNumber = line.index() + 1;
        return List.of(
                new Posting(lineNumber, number, Posting.Kind.REVENUE, account, dimensions, amount, taxCode),
                new Posting(lineNumber, number, Posting.Kind.TAX, account, dimensions, tax, taxCode));
    }

    /** A given amount as it is, else the percentage; the last entry takes what rounding left over. */
    static List<BigDecimal> amounts(LineFacts line, List<GlAnalysis> splits) {
        BigDecimal total = Objects.requireNonNull(line.amount());
        List<BigDecimal> amounts = new ArrayList<>(splits.size());
        BigDecimal rest = total;
        for (GlAnalysis split : splits) {
            boolean isLast = amounts.size() == splits.size() - 1;
            BigDecimal amount = split.amount() != null ? split.amount() : isLast ? rest : share(line, total, split);
            amounts.add(amount);
            rest = rest.subtract(amount);
        }
        return amounts;
    }

    private static BigDecimal share(LineFacts line, BigDecimal total, GlAnalysis split) {
        return Objects.requireNonNull(line.money()).percentOf(total, Objects.requireNonNull(split.percentageSplit()));
    }

    private static BigDecimal tax(LineFacts line, @Nullable String taxCode, BigDecimal amount) {
        return Optional.ofNullable(Given.text(taxCode))
                .flatMap(line.order().references()::taxCode)
                .map(TaxCode::percent)
                .map(percent -> Objects.requireNonNull(line.money()).percentOf(amount, percent))
                .orElse(BigDecimal.ZERO);
    }

    private static List<@Nullable String> dimensions(@Nullable Dimensions given, @Nullable Dimensions byDefault) {
        return IntStream.rangeClosed(1, Dimensions.COUNT)
                .<@Nullable String>mapToObj(number -> Given.or(value(given, number), value(byDefault, number)))
                .toList();
    }

    private static @Nullable String value(@Nullable Dimensions dimensions, int number) {
        return dimensions == null ? null : dimensions.value(number);
    }
}
