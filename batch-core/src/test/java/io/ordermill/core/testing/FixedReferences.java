package io.ordermill.core.testing;

import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.References;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reference data of one company in memory. */
public final class FixedReferences implements References {

    private final Map<ReferenceKey, Object> rows = new HashMap<>();

    /** Null: everything counts as resolved. */
    private final Set<ReferenceKey> resolved;

    private FixedReferences(Map<ReferenceKey, Object> rows, Set<ReferenceKey> resolved) {
        this.rows.putAll(rows);
        this.resolved = resolved;
    }

    public static FixedReferences empty() {
        return new FixedReferences(Map.of(), null);
    }

    /**
     * What makes both examples of the seed valid, and a little more: types SO (either), SM (manual, 1 … 999999) and SA
     * (automatic), product BARE without defaults, everything called GONE is switched off, period 202512 is closed.
     */
    public static FixedReferences likeTheSeed() {
        FixedReferences references = empty().withCustomer("1000", "GBP", true)
                .withCustomer("1015", "GBP", true)
                .withCustomer("JAPAN", "JPY", true)
                .withCustomer("BARE", null, true)
                .withCustomer("GONE", "GBP", false)
                .withProduct(new Product("1000", new BigDecimal("50"), "UN", "3000", "3N", true))
                .withProduct(new Product("NESP02", new BigDecimal("0.9"), "UN", "3013", "3N", true))
                .withProduct(new Product("BARE", null, null, null, null, true))
                .withProduct(new Product("GONE", BigDecimal.ONE, "UN", "3000", "3N", false))
                .withSalesPerson("FRED", true)
                .withSalesPerson("SYSEN", true)
                .withSalesPerson("GONE", false)
                .withTransactionType("SO", Assignment.EITHER, 1, 99_999_999)
                .withTransactionType("SM", Assignment.MANUAL, 1, 999_999)
                .withTransactionType("SA", Assignment.AUTOMATIC, 1, 99_999_999)
                .withTaxCode("3N", "25")
                .withTaxCode("0", null)
                .withCurrency("GBP", 2)
                .withCurrency("JPY", 0)
                .with(ReferenceKind.UNITS, "UN")
                .with(ReferenceKind.ACCOUNTS, "3000")
                .with(ReferenceKind.ACCOUNTS, "3013")
                .with(ReferenceKind.PAYMENT_TERMS, "30")
                .with(ReferenceKind.PAYMENT_METHODS, "CH")
                .with(ReferenceKind.DELIVERY_TERMS, "FOB")
                .with(ReferenceKind.DELIVERY_METHODS, "CAR")
                .withDimensionValue(1, "120")
                .withDimensionValue(2, "1000")
                .withPeriod(202512, false);
        for (int month = 1; month <= 12; month++) {
            references.withPeriod(202600 + month, true);
        }
        return references;
    }

    public FixedReferences withCustomer(String customerId, String currencyCode, boolean active) {
        return put(ReferenceKind.CUSTOMERS, customerId, new Customer(customerId, currencyCode, active));
    }

    public FixedReferences withProduct(Product product) {
        return put(ReferenceKind.PRODUCTS, product.productCode(), product);
    }

    public FixedReferences withSalesPerson(String userId, boolean active) {
        return put(ReferenceKind.SALES_PERSONS, userId, new SalesPerson(userId, active));
    }

    /** A type with a series of the same name. */
    public FixedReferences withTransactionType(String type, Assignment assignment, long first, long last) {
        return put(
                ReferenceKind.TRANSACTION_TYPES,
                type,
                new TransactionType(type, new NumberSeries(type, assignment, first, last)));
    }

    public FixedReferences withTaxCode(String taxCode, String percent) {
        return put(
                ReferenceKind.TAX_CODES,
                taxCode,
                new TaxCode(taxCode, percent == null ? null : new BigDecimal(percent)));
    }

    public FixedReferences withCurrency(String currencyCode, int decimals) {
        return put(ReferenceKind.CURRENCIES, currencyCode, decimals);
    }

    public FixedReferences withPeriod(int period, boolean open) {
        rows.put(ReferenceKey.period(period), new Period(period, open));
        return this;
    }

    public FixedReferences withDimensionValue(int number, String value) {
        rows.put(ReferenceKey.dimension(number, value), value);
        return this;
    }

    public FixedReferences with(ReferenceKind kind, String code) {
        return put(kind, code, code);
    }

    /** The same without any row of a kind. */
    public FixedReferences withoutAny(ReferenceKind kind) {
        rows.keySet().removeIf(key -> key.kind() == kind);
        return this;
    }

    /** A view that refuses to answer for keys which are neither given nor led to by given ones. */
    public FixedReferences resolving(Set<ReferenceKey> keys) {
        Set<ReferenceKey> all = new HashSet<>(keys);
        for (ReferenceKey key : keys) {
            Object row = rows.get(key);
            if (row instanceof Customer customer) {
                all.add(new ReferenceKey(ReferenceKind.CURRENCIES, customer.currencyCode()));
            } else if (row instanceof Product product) {
                all.add(new ReferenceKey(ReferenceKind.UNITS, product.unit()));
                all.add(new ReferenceKey(ReferenceKind.ACCOUNTS, product.account()));
                all.add(new ReferenceKey(ReferenceKind.TAX_CODES, product.taxCode()));
            }
        }
        return new FixedReferences(rows, all);
    }

    @Override
    public Optional<Customer> customer(String customerId) {
        return row(ReferenceKind.CUSTOMERS, customerId).map(Customer.class::cast);
    }

    @Override
    public Optional<Product> product(String productCode) {
        return row(ReferenceKind.PRODUCTS, productCode).map(Product.class::cast);
    }

    @Override
    public Optional<SalesPerson> salesPerson(String userId) {
        return row(ReferenceKind.SALES_PERSONS, userId).map(SalesPerson.class::cast);
    }

    @Override
    public Optional<TransactionType> transactionType(String transactionType) {
        return row(ReferenceKind.TRANSACTION_TYPES, transactionType).map(TransactionType.class::cast);
    }

    @Override
    public Optional<Period> period(int period) {
        return row(ReferenceKey.period(period)).map(Period.class::cast);
    }

    @Override
    public Optional<TaxCode> taxCode(String taxCode) {
        return row(ReferenceKind.TAX_CODES, taxCode).map(TaxCode.class::cast);
    }

    @Override
    public int currencyDecimals(String currencyCode) {
        return row(ReferenceKind.CURRENCIES, currencyCode)
                .map(Integer.class::cast)
                .orElseGet(() -> Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(currencyCode))
                        .map(Currency::getDefaultFractionDigits)
                        .findFirst()
                        .orElse(2));
    }

    @Override
    public boolean isChecked(ReferenceKind kind) {
        return rows.keySet().stream().anyMatch(key -> key.kind() == kind);
    }

    @Override
    public boolean exists(ReferenceKey key) {
        return row(key).isPresent();
    }

    private Optional<Object> row(ReferenceKind kind, String key) {
        return row(new ReferenceKey(kind, key));
    }

    private Optional<Object> row(ReferenceKey key) {
        if (resolved != null && !resolved.contains(key)) {
            throw new IllegalStateException("nobody resolved " + key);
        }
        return Optional.ofNullable(rows.get(key));
    }

    private FixedReferences put(ReferenceKind kind, String key, Object row) {
        rows.put(new ReferenceKey(kind, key), row);
        return this;
    }
}
