package io.ordermill.core.reference;

import static io.ordermill.core.reference.Rows.row;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What generated orders point to, held as the product holds it: for benchmarks, where the test double would be measured. */
public final class SeedReferences {

    private final Map<ReferenceKey, Optional<ReferenceRow>> rows = new HashMap<>();

    private SeedReferences() {}

    /** All kinds of reference data are in use, all of the year's periods open. */
    public static References ofYear(int year) {
        SeedReferences seed = new SeedReferences();
        for (String customer : new String[] {"1000", "1015"}) {
            seed.add(ReferenceKind.CUSTOMERS, customer, row("currencyCode", "GBP", "active", true));
        }
        for (String salesPerson : new String[] {"FRED", "SYSEN"}) {
            seed.add(ReferenceKind.SALES_PERSONS, salesPerson, row("active", true));
        }
        ReferenceRow product = row("price", new BigDecimal("0.9"), "unit", "UN", "account", "3013", "taxCode", "3N");
        seed.add(ReferenceKind.PRODUCTS, "NESP02", Rows.with(product, "active", true));
        seed.add(ReferenceKind.TRANSACTION_TYPES, "SO", row("numberSeries", "SO"));
        seed.add(
                ReferenceKind.NUMBER_SERIES,
                "SO",
                row("assignment", "either", "firstNumber", 1L, "lastNumber", 99_999_999L));
        seed.add(ReferenceKind.CURRENCIES, "GBP", row("decimals", 2L));
        seed.add(ReferenceKind.TAX_CODES, "3N", row("percent", new BigDecimal("25")));
        seed.add(ReferenceKind.TAX_CODES, "0", row("percent", null));
        seed.add(ReferenceKind.UNITS, "UN", row());
        seed.add(ReferenceKind.ACCOUNTS, "3000", row());
        seed.add(ReferenceKind.ACCOUNTS, "3013", row());
        seed.add(ReferenceKind.PAYMENT_TERMS, "30", row());
        seed.add(ReferenceKind.PAYMENT_METHODS, "CH", row());
        seed.add(ReferenceKind.DELIVERY_TERMS, "FOB", row());
        seed.add(ReferenceKind.DELIVERY_METHODS, "CAR", row());
        seed.add(ReferenceKind.DIMENSION_VALUES, "1/120", row());
        seed.add(ReferenceKind.DIMENSION_VALUES, "2/1000", row());
        for (int month = 1; month <= 12; month++) {
            seed.add(ReferenceKind.PERIODS, Integer.toString(100 * year + month), row("open", true));
        }
        return new ResolvedReferences(seed.rows, EnumSet.allOf(ReferenceKind.class));
    }

    private void add(ReferenceKind kind, String key, ReferenceRow row) {
        rows.put(new ReferenceKey(kind, key), Optional.of(row));
    }
}
