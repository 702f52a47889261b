package io.ordermill.core.validation;

import static io.ordermill.core.reference.ReferenceKind.ACCOUNTS;
import static io.ordermill.core.reference.ReferenceKind.CURRENCIES;
import static io.ordermill.core.reference.ReferenceKind.CUSTOMERS;
import static io.ordermill.core.reference.ReferenceKind.DELIVERY_METHODS;
import static io.ordermill.core.reference.ReferenceKind.DELIVERY_TERMS;
import static io.ordermill.core.reference.ReferenceKind.PAYMENT_METHODS;
import static io.ordermill.core.reference.ReferenceKind.PAYMENT_TERMS;
import static io.ordermill.core.reference.ReferenceKind.PRODUCTS;
import static io.ordermill.core.reference.ReferenceKind.SALES_PERSONS;
import static io.ordermill.core.reference.ReferenceKind.TAX_CODES;
import static io.ordermill.core.reference.ReferenceKind.TRANSACTION_TYPES;
import static io.ordermill.core.reference.ReferenceKind.UNITS;

import io.ordermill.core.order.DeliveryInformation;
import io.ordermill.core.order.Dimensions;
import io.ordermill.core.order.GlAnalysis;
import io.ordermill.core.order.Invoicing;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.SalesOrder;
import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One place of an order that points to reference data. The same list says which keys to resolve and which to check, so
 * that no rule can ask for a key nobody resolved.
 *
 * @param line 0-based; {@link #NONE} for a place outside the lines
 * @param split 0-based position in the line's {@code glAnalysis}; {@link #NONE} for a place outside of it
 * @param member its path within the order, line or entry
 */
record PointedAt(ReferenceKey key, int line, int split, String member) {

    private static final int NONE = -1;

    private static final List<String> DEFAULT_DIMENSIONS = dimensionMembers("defaultGLAnalysis");
    private static final List<String> SPLIT_DIMENSIONS = dimensionMembers("accounting");

    private static List<String> dimensionMembers(String owner) {
        return IntStream.rangeClosed(1, Dimensions.COUNT)
                .mapToObj(number -> owner + "/dim" + number + "/dimValue")
                .toList();
    }

    /** Built only where something is wrong. */
    String pointer() {
        String order = line == NONE ? "/" : "/orderLines/" + line + "/";
        return split == NONE ? order + member : order + "glAnalysis/" + split + "/" + member;
    }

    /** All places where an order gives a key, in document order. */
    static List<PointedAt> by(SalesOrder order) {
        Collector places = new Collector();
        places.add(CUSTOMERS, order.customerId(), "customerId");
        places.add(CURRENCIES, order.currencyCode(), "currencyCode");
        places.add(SALES_PERSONS, order.responsible(), "responsible");
        places.add(SALES_PERSONS, order.salesPerson(), "salesPerson");
        places.add(TRANSACTION_TYPES, order.transactionType(), "transactionType");
        places.dimensions(order.defaultGLAnalysis(), DEFAULT_DIMENSIONS);
        places.delivery(order.deliveryInformation());
        places.invoicing(order.invoicing());
        for (OrderLine line : order.orderLines()) {
            places.line(line);
        }
        return places.found;
    }

    /** Walks through an order and remembers where it stands. */
    private static final class Collector {

        private final List<PointedAt> found = new ArrayList<>();
        private int line = NONE;
        private int split = NONE;

        void add(ReferenceKind kind, @Nullable String value, String member) {
            if (value != null && !value.isEmpty()) {
                add(new ReferenceKey(kind, value), member);
            }
        }

        private void add(ReferenceKey key, String member) {
            found.add(new PointedAt(key, line, split, member));
        }

        void delivery(@Nullable DeliveryInformation delivery) {
            if (delivery != null) {
                add(DELIVERY_METHODS, delivery.deliveryMethod(), "deliveryInformation/deliveryMethod");
                add(DELIVERY_TERMS, delivery.deliveryTerms(), "deliveryInformation/deliveryTerms");
            }
        }

        void invoicing(@Nullable Invoicing invoicing) {
            if (invoicing != null) {
                add(CUSTOMERS, invoicing.invoiceRecipientId(), "invoicing/invoiceRecipientId");
                add(PAYMENT_METHODS, invoicing.paymentMethod(), "invoicing/paymentMethod");
                add(PAYMENT_TERMS, invoicing.paymentTerms(), "invoicing/paymentTerms");
            }
        }

        void line(OrderLine given) {
            line++;
            add(PRODUCTS, given.productCode(), "productCode");
            add(UNITS, given.unit(), "unit");
            if (given.glAnalysis() != null) {
                given.glAnalysis().forEach(this::split);
                split = NONE;
            }
        }

        private void split(GlAnalysis given) {
            split++;
            dimensions(given.accounting(), SPLIT_DIMENSIONS);
            add(ACCOUNTS, given.account(), "account");
            add(TAX_CODES, given.taxCode(), "taxCode");
        }

        void dimensions(@Nullable Dimensions dimensions, List<String> members) {
            for (int number = 1; dimensions != null && number <= Dimensions.COUNT; number++) {
                String value = dimensions.value(number);
                if (value != null) {
                    add(ReferenceKey.dimension(number, value), members.get(number - 1));
                }
            }
        }
    }
}
