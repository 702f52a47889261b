package io.ordermill.core.validation;

import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.reference.References.Product;
import java.util.Objects;

/** Fills in what an order that passed every rule left open. */
final class Defaults {

    private Defaults() {}

    static SalesOrder fill(Facts facts) {
        return facts.order()
                .withDefaults(
                        Objects.requireNonNull(facts.currencyCode()),
                        facts.orderDate(),
                        Objects.requireNonNull(facts.period()),
                        facts.lines().stream().map(Defaults::fill).toList());
    }

    private static OrderLine fill(LineFacts line) {
        String productUnit =
                line.product().map(Product::unit).orElse(line.line().unit());
        return line.line()
                .withDefaults(
                        Given.or(line.line().unit(), productUnit),
                        Objects.requireNonNull(line.price()),
                        Objects.requireNonNull(line.amount()));
    }
}
