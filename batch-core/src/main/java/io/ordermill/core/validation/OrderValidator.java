package io.ordermill.core.validation;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderKeys;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.Posting;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.order.ValidOrder;
import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.References;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges orders by every rule that needs no store, and computes what is to be stored of the good ones. Ask {@link
 * #references} first, have the keys resolved for a whole page, then {@link #judge} each order.
 */
public final class OrderValidator {

    private static final List<Rule> RULES = List.of(
            RequiredMembers::ofOrder,
            LineLimit::check,
            Statuses::ofOrder,
            KnownReferences::check,
            OpenPeriod::check,
            NumberBySeries::check,
            LineAmounts::orderHasCurrency,
            Rule.perLine(
                    RequiredMembers::ofLine,
                    Statuses::ofLine,
                    LineAmounts::lineHasPrice,
                    LineValues::quantityIsPositive,
                    LineValues::priceIsNotNegative,
                    LineValues::discountIsPercentage,
                    LineValues::splitsArePercentages,
                    LineAmounts::amountIsRight,
                    Splits::check));

    /** The most a column of totals holds: 18 digits before the point. */
    private static final BigDecimal TOTAL_LIMIT = BigDecimal.TEN.pow(18);

    private final OrderLimits limits;
    private final OrderSettings settings;
    private final Clock clock;

    public OrderValidator(OrderLimits limits, OrderSettings settings, Clock clock) {
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every key that judging this order will ask for, but those that other rows lead to. */
    public Set<ReferenceKey> references(DraftOrder draft) {
        Set<ReferenceKey> keys = new HashSet<>();
        PointedAt.by(draft.order()).forEach(place -> keys.add(place.key()));
        if (draft.order().period() != null) {
            keys.add(ReferenceKey.period(draft.order().period()));
        } else if (draft.order().orderDate() != null) {
            keys.add(ReferenceKey.period(Periods.of(draft.order().orderDate())));
        } else {
            // It may be past midnight when the order is judged.
            keys.add(ReferenceKey.period(Periods.of(today())));
            keys.add(ReferenceKey.period(Periods.of(today().plusDays(1))));
        }
        return keys;
    }

    /**
     * Applies every rule and collects all errors.
     *
     * @param draft null for an item that was no object
     * @param references all keys of {@link #references(DraftOrder)} resolved
     * @param skipWorkflow picks the limits
     */
    public Judgement judge(@Nullable DraftOrder draft, References references, boolean skipWorkflow) {
        if (draft == null) {
            return new Judgement.Refused(
                    null, List.of(OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "An order must be a JSON object.")));
        }
        Suspects suspects = new Suspects(draft.syntaxErrors());
        Facts facts = new Facts(draft, suspects, references, settings, today(), limits.linesPerOrder(skipWorkflow));
        Findings findings = new Findings(draft.syntaxErrors(), suspects);
        RULES.forEach(rule -> rule.check(facts, findings));
        return findings.isEmpty() ? accept(facts, findings) : refuse(facts, findings);
    }

    private static Judgement accept(Facts facts, Findings findings) {
        SalesOrder order = Defaults.fill(facts);
        List<Posting> postings = Postings.of(facts);
        BigDecimal total = BigDecimal.ZERO;
        for (OrderLine line : order.orderLines()) {
            total = total.add(Objects.requireNonNull(line.currencyAmount()));
        }
        checkRange(postings, total, findings);
        if (!findings.isEmpty()) {
            return refuse(facts, findings);
        }
        return new Judgement.Accepted(new ValidOrder(order, numberSeries(facts), postings, total));
    }

    private static Judgement refuse(Facts facts, Findings findings) {
        return new Judgement.Refused(OrderKeys.of(facts.draft().order()), findings.all());
    }

    private static String numberSeries(Facts facts) {
        String type = Objects.requireNonNull(facts.order().transactionType());
        return facts.references()
                .transactionType(type)
                .orElseThrow()
                .numberSeries()
                .numberSeries();
    }

    /** Amounts that only exist now: of taxes, and of all lines together. */
    private static void checkRange(List<Posting> postings, BigDecimal total, Findings findings) {
        for (Posting posting : postings) {
            if (!Money.fits(posting.amount())) {
                findings.add(
                        ErrorCode.OUT_OF_RANGE,
                        "/orderLines/" + (posting.lineNumber() - 1) + "/currencyAmount",
                        "The line's tax of %s has more than 15 digits before the point."
                                .formatted(posting.amount().toPlainString()),
                        posting.amount().toPlainString());
            }
        }
        if (total.compareTo(TOTAL_LIMIT) >= 0) {
            findings.add(
                    ErrorCode.OUT_OF_RANGE,
                    "/orderLines",
                    "The lines' amounts add up to %s, more than 18 digits before the point."
                            .formatted(total.toPlainString()),
                    total.toPlainString());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
