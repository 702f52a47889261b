package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.References;
import io.ordermill.core.reference.References.Customer;
import io.ordermill.core.reference.References.Product;
import io.ordermill.core.reference.References.SalesPerson;
import java.util.Optional;

/**
 * Whatever an order points to exists and is in use. Customers, products, sales persons and transaction types are always
 * checked, another kind only once the company has any row of it.
 */
final class KnownReferences {

    private KnownReferences() {}

    private enum State {
        USABLE,
        INACTIVE,
        UNKNOWN
    }

    static void check(Facts facts, Findings findings) {
        for (PointedAt place : PointedAt.by(facts.order())) {
            State state = state(place.key(), facts.references());
            if (state != State.USABLE) {
                report(place, state, findings);
            }
        }
    }

    private static State state(ReferenceKey key, References references) {
        String id = key.value();
        return switch (key.kind()) {
            case CUSTOMERS -> active(references.customer(id).map(Customer::active));
            case PRODUCTS -> active(references.product(id).map(Product::active));
            case SALES_PERSONS -> active(references.salesPerson(id).map(SalesPerson::active));
            case TRANSACTION_TYPES -> active(references.transactionType(id).map(type -> true));
            default -> references.isChecked(key.kind()) && !references.exists(key) ? State.UNKNOWN : State.USABLE;
        };
    }

    private static State active(Optional<Boolean> active) {
        return active.map(isActive -> isActive ? State.USABLE : State.INACTIVE).orElse(State.UNKNOWN);
    }

    private static void report(PointedAt place, State state, Findings findings) {
        String value = value(place.key());
        String named = noun(place.key()) + " " + OrderError.excerpt(value);
        if (state == State.INACTIVE) {
            findings.add(ErrorCode.INACTIVE_REFERENCE, place.pointer(), named + " is not active.", value);
        } else {
            findings.add(code(place.key()), place.pointer(), named + " does not exist.", value);
        }
    }

    private static ErrorCode code(ReferenceKey key) {
        return switch (key.kind()) {
            case CUSTOMERS -> ErrorCode.UNKNOWN_CUSTOMER;
            case PRODUCTS -> ErrorCode.UNKNOWN_PRODUCT;
            case TRANSACTION_TYPES -> ErrorCode.UNKNOWN_TRANSACTION_TYPE;
            default -> ErrorCode.UNKNOWN_REFERENCE;
        };
    }

    /** As given: without the number of the dimension. */
    private static String value(ReferenceKey key) {
        return switch (key.kind()) {
            case DIMENSION_VALUES -> key.value().substring(key.value().indexOf('/') + 1);
            default -> key.value();
        };
    }

    private static String noun(ReferenceKey key) {
        return switch (key.kind()) {
            case CUSTOMERS -> "Customer";
            case PRODUCTS -> "Product";
            case SALES_PERSONS -> "Sales person";
            case TRANSACTION_TYPES -> "Transaction type";
            case NUMBER_SERIES -> "Number series";
            case CURRENCIES -> "Currency";
            case UNITS -> "Unit";
            case ACCOUNTS -> "Account";
            case PAYMENT_TERMS -> "Payment terms";
            case PAYMENT_METHODS -> "Payment method";
            case DELIVERY_TERMS -> "Delivery terms";
            case DELIVERY_METHODS -> "Delivery method";
            case TAX_CODES -> "Tax code";
            case DIMENSION_VALUES -> "Dimension " + key.value().charAt(0) + " value";
            case PERIODS -> "Period";
            case POSTING_CYCLES -> "Posting cycle";
        };
    }
}
