package io.ordermill.core.validation;

import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.reference.References.Product;
import java.util.ArrayList;
import java.util.List;
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
                        lines(facts));
    }

    private static List<OrderLine> lines(Facts facts) {
        List<OrderLine> filled = new ArrayList<>(facts.lines().size());
        for (LineFacts line : facts.lines()) {
            filled.add(fill(line));
        }
        return filled;
    }

    private static OrderLine fill(LineFacts line) {
        Product product = line.product();
        String given = line.line().unit();
        return line.line()
                .withDefaults(
                        product == null || product.unit() == null ? given : Given.or(given, product.unit()),
                        Objects.requireNonNull(line.price()),
                        Objects.requireNonNull(line.amount()));
    }
}
