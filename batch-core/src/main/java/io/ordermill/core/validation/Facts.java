package io.ordermill.core.validation;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.reference.References;
import io.ordermill.core.reference.References.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules look at: the draft, the reference data it points to, and what day it is. */
final class Facts {

    private final DraftOrder draft;
    private final Suspects suspects;
    private final References references;
    private final OrderSettings settings;
    private final LocalDate today;
    private final int maxLines;
    private final @Nullable Customer customer;
    private final @Nullable String currencyCode;
    private final @Nullable Money money;
    private final List<LineFacts> lines;

    /**
     * Works out what several rules need.
     *
     * @param today in UTC
     * @param maxLines most detail lines in force
     */
    Facts(
            DraftOrder draft,
            Suspects suspects,
            References references,
            OrderSettings settings,
            LocalDate today,
            int maxLines) {
        this.draft = draft;
        this.suspects = suspects;
        this.references = references;
        this.settings = settings;
        this.today = today;
        this.maxLines = maxLines;
        this.customer = findCustomer();
        this.currencyCode = findCurrencyCode();
        this.money = currencyCode == null ? null : new Money(references.currencyDecimals(currencyCode));
        this.lines = new ArrayList<>(order().orderLines().size());
        for (OrderLine line : order().orderLines()) {
            lines.add(new LineFacts(this, lines.size(), line));
        }
    }

    DraftOrder draft() {
        return draft;
    }

    SalesOrder order() {
        return draft.order();
    }

    Suspects suspects() {
        return suspects;
    }

    References references() {
        return references;
    }

    OrderSettings settings() {
        return settings;
    }

    int maxLines() {
        return maxLines;
    }

    List<LineFacts> lines() {
        return lines;
    }

    @Nullable
    Customer customer() {
        return customer;
    }

    /** The given currency, else the customer's; null where there is none or the given one is unusable. */
    @Nullable
    String currencyCode() {
        return currencyCode;
    }

    /** Null where a currency is missing. */
    @Nullable
    Money money() {
        return money;
    }

    LocalDate orderDate() {
        LocalDate given = order().orderDate();
        return given == null ? today : given;
    }

    /** The given period, else that of the order date; null where the one that counts is unusable. */
    @Nullable
    Integer period() {
        if (order().period() != null) {
            return order().period();
        }
        return suspects.cover("/period") || suspects.cover("/orderDate") ? null : Periods.of(orderDate());
    }

    private @Nullable Customer findCustomer() {
        String customerId = Given.text(order().customerId());
        return customerId == null ? null : references.customer(customerId).orElse(null);
    }

    private @Nullable String findCurrencyCode() {
        if (suspects.cover("/currencyCode")) {
            return null;
        }
        return Given.or(order().currencyCode(), customer == null ? null : Given.text(customer.currencyCode()));
    }
}
