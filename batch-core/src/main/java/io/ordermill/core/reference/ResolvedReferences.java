package io.ordermill.core.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * References over the rows that were found, and those that were looked for in vain. The rows that rules look into are made
 * readable once, for every line of a page asks for them again.
 */
final class ResolvedReferences implements References {

    private static final int USUAL_DECIMALS = 2;

    private static final Map<String, Integer> ISO_4217_DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private final Map<ReferenceKey, Optional<ReferenceRow>> rows;
    private final Set<ReferenceKind> kindsInUse = EnumSet.noneOf(ReferenceKind.class);
    private final Map<String, Optional<Customer>> customers;
    private final Map<String, Optional<Product>> products;
    private final Map<String, Optional<SalesPerson>> salesPersons;
    private final Map<String, Optional<NumberSeries>> numberSeries;
    private final Map<String, Optional<TransactionType>> transactionTypes;
    private final Map<String, Optional<TaxCode>> taxCodes;

    ResolvedReferences(Map<ReferenceKey, Optional<ReferenceRow>> rows, Set<ReferenceKind> kindsInUse) {
        this.rows = Map.copyOf(rows);
        this.kindsInUse.addAll(kindsInUse);
        customers = all(ReferenceKind.CUSTOMERS, ResolvedReferences::customer);
        products = all(ReferenceKind.PRODUCTS, ResolvedReferences::product);
        salesPersons = all(ReferenceKind.SALES_PERSONS, ResolvedReferences::salesPerson);
        numberSeries = all(ReferenceKind.NUMBER_SERIES, ResolvedReferences::numberSeries);
        transactionTypes = all(ReferenceKind.TRANSACTION_TYPES, this::transactionType);
        taxCodes = all(ReferenceKind.TAX_CODES, ResolvedReferences::taxCode);
    }

    @Override
    public Optional<Customer> customer(String customerId) {
        return resolved(customers, customerId);
    }

    @Override
    public Optional<Product> product(String productCode) {
        return resolved(products, productCode);
    }

    @Override
    public Optional<SalesPerson> salesPerson(String userId) {
        return resolved(salesPersons, userId);
    }

    @Override
    public Optional<TransactionType> transactionType(String transactionType) {
        return resolved(transactionTypes, transactionType);
    }

    @Override
    public Optional<Period> period(int period) {
        return resolved(rows, ReferenceKey.period(period)).map(row -> new Period(period, flag(row, "open")));
    }

    @Override
    public Optional<TaxCode> taxCode(String taxCode) {
        return resolved(taxCodes, taxCode);
    }

    @Override
    public int currencyDecimals(String currencyCode) {
        return resolved(rows, new ReferenceKey(ReferenceKind.CURRENCIES, currencyCode))
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
        return resolved(rows, key).isPresent();
    }

    private static <K, T> Optional<T> resolved(Map<K, Optional<T>> all, K key) {
        Optional<T> one = all.get(key);
        if (one == null) {
            throw new IllegalStateException(key + " was not resolved");
        }
        return one;
    }

    private <T> Map<String, Optional<T>> all(
            ReferenceKind kind, BiFunction<String, ReferenceRow, @Nullable T> reading) {
        Map<String, Optional<T>> all = new HashMap<>();
        rows.forEach((key, row) -> {
            if (key.kind() == kind) {
                all.put(key.value(), row.map(found -> reading.apply(key.value(), found)));
            }
        });
        return all;
    }

    private static Customer customer(String customerId, ReferenceRow row) {
        return new Customer(customerId, text(row, "currencyCode"), flag(row, "active"));
    }

    private static Product product(String productCode, ReferenceRow row) {
        return new Product(
                productCode,
                (BigDecimal) row.values().get("price"),
                text(row, "unit"),
                text(row, "account"),
                text(row, "taxCode"),
                flag(row, "active"));
    }

    private static SalesPerson salesPerson(String userId, ReferenceRow row) {
        return new SalesPerson(userId, flag(row, "active"));
    }

    private static NumberSeries numberSeries(String series, ReferenceRow row) {
        return new NumberSeries(
                series,
                Assignment.valueOf(
                        String.valueOf(row.values().get("assignment")).toUpperCase(Locale.ROOT)),
                whole(row, "firstNumber"),
                whole(row, "lastNumber"));
    }

    private @Nullable TransactionType transactionType(String type, ReferenceRow row) {
        return resolved(numberSeries, String.valueOf(row.values().get("numberSeries")))
                .map(series -> new TransactionType(type, series))
                .orElse(null);
    }

    private static TaxCode taxCode(String taxCode, ReferenceRow row) {
        return new TaxCode(taxCode, (BigDecimal) row.values().get("percent"));
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
