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
import org.jspecify.annotations.Nullable;

/**
 * One place of an order that points to reference data. The same list says which keys to resolve and which to check, so
 * that no rule can ask for a key nobody resolved.
 *
 * @param owner pointer of the object that holds the member
 */
record PointedAt(ReferenceKey key, String owner, String member) {

    String pointer() {
        return owner + "/" + member;
    }

    /** All places where an order gives a key, in document order. */
    static List<PointedAt> by(SalesOrder order) {
        Collector places = new Collector();
        places.add(CUSTOMERS, order.customerId(), "", "customerId");
        places.add(CURRENCIES, order.currencyCode(), "", "currencyCode");
        places.add(SALES_PERSONS, order.responsible(), "", "responsible");
        places.add(SALES_PERSONS, order.salesPerson(), "", "salesPerson");
        places.add(TRANSACTION_TYPES, order.transactionType(), "", "transactionType");
        places.dimensions(order.defaultGLAnalysis(), "/defaultGLAnalysis");
        places.delivery(order.deliveryInformation(), "/deliveryInformation");
        places.invoicing(order.invoicing(), "/invoicing");
        for (int i = 0; i < order.orderLines().size(); i++) {
            places.line(order.orderLines().get(i), "/orderLines/" + i);
        }
        return places.found;
    }

    private static final class Collector {

        private final List<PointedAt> found = new ArrayList<>();

        void add(ReferenceKind kind, @Nullable String value, String owner, String member) {
            if (value != null && !value.isEmpty()) {
                found.add(new PointedAt(new ReferenceKey(kind, value), owner, member));
            }
        }

        void delivery(@Nullable DeliveryInformation delivery, String owner) {
            if (delivery != null) {
                add(DELIVERY_METHODS, delivery.deliveryMethod(), owner, "deliveryMethod");
                add(DELIVERY_TERMS, delivery.deliveryTerms(), owner, "deliveryTerms");
            }
        }

        void invoicing(@Nullable Invoicing invoicing, String owner) {
            if (invoicing != null) {
                add(CUSTOMERS, invoicing.invoiceRecipientId(), owner, "invoiceRecipientId");
                add(PAYMENT_METHODS, invoicing.paymentMethod(), owner, "paymentMethod");
                add(PAYMENT_TERMS, invoicing.paymentTerms(), owner, "paymentTerms");
            }
        }

        void line(OrderLine line, String owner) {
            add(PRODUCTS, line.productCode(), owner, "productCode");
            add(UNITS, line.unit(), owner, "unit");
            List<GlAnalysis> splits = line.glAnalysis();
            for (int i = 0; splits != null && i < splits.size(); i++) {
                split(splits.get(i), owner + "/glAnalysis/" + i);
            }
        }

        void split(GlAnalysis split, String owner) {
            dimensions(split.accounting(), owner + "/accounting");
            add(ACCOUNTS, split.account(), owner, "account");
            add(TAX_CODES, split.taxCode(), owner, "taxCode");
        }

        void dimensions(@Nullable Dimensions dimensions, String owner) {
            for (int number = 1; dimensions != null && number <= Dimensions.COUNT; number++) {
                String value = dimensions.value(number);
                if (value != null) {
                    found.add(
                            new PointedAt(ReferenceKey.dimension(number, value), owner, "dim" + number + "/dimValue"));
                }
            }
        }
    }
}
