package io.ordermill.core.reference;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reference data as far as one page of orders asks for it: immutable, in memory. Asking for a key that was not resolved is
 * a programming error and throws {@link IllegalStateException}.
 */
public interface References {

    Optional<Customer> customer(String customerId);

    Optional<Product> product(String productCode);

    Optional<SalesPerson> salesPerson(String userId);

    /** The type together with its number series; empty also where the series is missing. */
    Optional<TransactionType> transactionType(String transactionType);

    Optional<Period> period(int period);

    Optional<TaxCode> taxCode(String taxCode);

    /** Digits after the point of a currency: as stored, else as in ISO 4217, else 2. */
    int currencyDecimals(String currencyCode);

    /** Whether the company has any row of this kind; if not, the kind is not checked. */
    boolean isChecked(ReferenceKind kind);

    boolean exists(ReferenceKey key);

    record Customer(String customerId, @Nullable String currencyCode, boolean active) {}

    record Product(
            String productCode,
            @Nullable BigDecimal price,
            @Nullable String unit,
            @Nullable String account,
            @Nullable String taxCode,
            boolean active) {}

    record SalesPerson(String userId, boolean active) {}

    record TransactionType(String transactionType, NumberSeries numberSeries) {}

    record NumberSeries(String numberSeries, Assignment assignment, long firstNumber, long lastNumber) {}

    /** How orders of a series get their numbers. */
    enum Assignment {
        /** Always by the series. */
        AUTOMATIC,
        /** Always by the caller. */
        MANUAL,
        /** By the caller, else by the series. */
        EITHER
    }

    record Period(int period, boolean open) {}

    record TaxCode(String taxCode, @Nullable BigDecimal percent) {}
}
