package io.ordermill.core.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** References over the rows that were found, and those that were looked for in vain. */
record ResolvedReferences(Map<ReferenceKey, Optional<ReferenceRow>> rows, Set<ReferenceKind> kindsInUse)
        implements References {

    private static final int USUAL_DECIMALS = 2;

    private static final Map<String, Integer> ISO_4217_DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    ResolvedReferences {
        rows = Map.copyOf(rows);
        kindsInUse = Set.copyOf(kindsInUse);
    }

    @Override
    public Optional<Customer> customer(String customerId) {
        return row(ReferenceKind.CUSTOMERS, customerId)
                .map(row -> new Customer(customerId, text(row, "currencyCode"), flag(row, "active")));
    }

    @Override
    public Optional<Product> product(String productCode) {
        return row(ReferenceKind.PRODUCTS, productCode)
                .map(row -> new Product(
                        productCode,
                        (BigDecimal) row.values().get("price"),
                        text(row, "unit"),
                        text(row, "account"),
                        text(row, "taxCode"),
                        flag(row, "active")));
    }

    @Override
    public Optional<SalesPerson> salesPerson(String userId) {
        return row(ReferenceKind.SALES_PERSONS, userId).map(row -> new SalesPerson(userId, flag(row, "active")));
    }

    @Override
    public Optional<TransactionType> transactionType(String transactionType) {
        return row(ReferenceKind.TRANSACTION_TYPES, transactionType)
                .flatMap(row -> numberSeries(String.valueOf(row.values().get("numberSeries"))))
                .map(series -> new TransactionType(transactionType, series));
    }

    @Override
    public Optional<Period> period(int period) {
        return row(ReferenceKey.period(period)).map(row -> new Period(period, flag(row, "open")));
    }

    @Override
    public Optional<TaxCode> taxCode(String taxCode) {
        return row(ReferenceKind.TAX_CODES, taxCode)
                .map(row -> new TaxCode(taxCode, (BigDecimal) row.values().get("percent")));
    }

    @Override
    public int currencyDecimals(String currencyCode) {
        return row(ReferenceKind.CURRENCIES, currencyCode)
                .map(row -> row.values().get("decimals"))
                .map(decimals -> ((Number) decimals).intValue())
                .orElseGet(() -> ISO_4217_DECIMALS.getOrDefault(currencyCode, USUAL_DECIMALS));
    }

    @Override
    public boolean isChecked(ReferenceKind kind) {
        return kindsInUse.contains(kind);
    }

    @Override
    public boolean exists(ReferenceKey key) {
        return row(key).isPresent();
    }

    private Optional<NumberSeries> numberSeries(String numberSeries) {
        return row(ReferenceKind.NUMBER_SERIES, numberSeries)
                .map(row -> new NumberSeries(
                        numberSeries,
                        Assignment.valueOf(
                                String.valueOf(row.values().get("assignment")).toUpperCase(Locale.ROOT)),
                        whole(row, "firstNumber"),
                        whole(row, "lastNumber")));
    }

    private Optional<ReferenceRow> row(ReferenceKind kind, String value) {
        return row(new ReferenceKey(kind, value));
    }

    private Optional<ReferenceRow> row(ReferenceKey key) {
        Optional<ReferenceRow> row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException(key + " was not resolved");
        }
        return row;
    }

    private static @Nullable String text(ReferenceRow row, String member) {
        return (String) row.values().get(member);
    }

    private static boolean flag(ReferenceRow row, String member) {
        return Boolean.TRUE.equals(row.values().get(member));
    }

    private static long whole(ReferenceRow row, String member) {
        return row.values().get(member) instanceof Long value ? value : 0;
    }
}
