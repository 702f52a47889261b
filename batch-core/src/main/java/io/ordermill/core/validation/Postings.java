package io.ordermill.core.validation;

import io.ordermill.core.order.Dimensions;
import io.ordermill.core.order.GlAnalysis;
import io.ordermill.core.order.Posting;
import io.ordermill.core.reference.References.Product;
import io.ordermill.core.reference.References.TaxCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
        List<Posting> postings = new ArrayList<>(2 * facts.lines().size());
        for (LineFacts line : facts.lines()) {
            List<GlAnalysis> splits = line.splits().isEmpty() ? List.of(WHOLE_LINE) : line.splits();
            List<BigDecimal> amounts = amounts(line, splits);
            for (int i = 0; i < splits.size(); i++) {
                addSplit(line, i + 1, splits.get(i), amounts.get(i), postings);
            }
        }
        return postings;
    }

    private static void addSplit(
            LineFacts line, int number, GlAnalysis split, BigDecimal amount, List<Posting> postings) {
        Product product = line.product();
        String account = Given.or(split.account(), product == null ? null : product.account());
        String taxCode = Given.or(split.taxCode(), product == null ? null : product.taxCode());
        List<@Nullable String> dimensions =
                dimensions(split.accounting(), line.order().order().defaultGLAnalysis());
        BigDecimal tax = tax(line, taxCode, amount);
        int lineNumber = line.index() + 1;
        postings.add(new Posting(lineNumber, number, Posting.Kind.REVENUE, account, dimensions, amount, taxCode));
        postings.add(new Posting(lineNumber, number, Posting.Kind.TAX, account, dimensions, tax, taxCode));
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
        return money(line).percentOf(total, Objects.requireNonNull(split.percentageSplit()));
    }

    private static BigDecimal tax(LineFacts line, @Nullable String taxCode, BigDecimal amount) {
        String code = Given.text(taxCode);
        if (code == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal percent =
                line.order().references().taxCode(code).map(TaxCode::percent).orElse(null);
        return percent == null ? BigDecimal.ZERO : money(line).percentOf(amount, percent);
    }

    private static Money money(LineFacts line) {
        return Objects.requireNonNull(line.order().money());
    }

    private static List<@Nullable String> dimensions(@Nullable Dimensions given, @Nullable Dimensions byDefault) {
        @Nullable String[] values = new @Nullable String[Dimensions.COUNT];
        for (int number = 1; number <= Dimensions.COUNT; number++) {
            values[number - 1] = Given.or(value(given, number), value(byDefault, number));
        }
        return Arrays.asList(values);
    }

    private static @Nullable String value(@Nullable Dimensions dimensions, int number) {
        return dimensions == null ? null : dimensions.value(number);
    }
}
