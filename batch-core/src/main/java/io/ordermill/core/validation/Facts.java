package io.ordermill.core.validation;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.reference.References;
import io.ordermill.core.reference.References.Customer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at: the draft, the reference data it points to, and what day it is.
 *
 * @param today in UTC
 * @param maxLines most detail lines in force
 */
record Facts(
        DraftOrder draft,
        Suspects suspects,
        References references,
        OrderSettings settings,
        LocalDate today,
        int maxLines) {

    SalesOrder order() {
        return draft.order();
    }

    /** The same, of an order with its defaults filled in. */
    Facts with(SalesOrder filled) {
        return new Facts(
                new DraftOrder(filled, draft.lineCount(), draft.syntaxErrors()),
                suspects,
                references,
                settings,
                today,
                maxLines);
    }

    List<LineFacts> lines() {
        return IntStream.range(0, order().orderLines().size())
                .mapToObj(
                        index -> new LineFacts(this, index, order().orderLines().get(index)))
                .toList();
    }

    Optional<Customer> customer() {
        return Optional.ofNullable(Given.text(order().customerId())).flatMap(references::customer);
    }

    /** The given currency, else the customer's; null where there is none or the given one is unusable. */
    @Nullable
    String currencyCode() {
        if (suspects.cover("/currencyCode")) {
            return null;
        }
        return Given.or(
                order().currencyCode(),
                Given.text(customer().map(Customer::currencyCode).orElse(null)));
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
}
