package io.ordermill.core.reference;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class ReferenceResolverContract extends StoreContract {

    private final ReferenceVersions versions = new ReferenceVersions(jdbc);
    private final JdbcReferenceStore store = new JdbcReferenceStore(template, versions, transactions);
    private final AtomicLong nanos = new AtomicLong();
    private final CachedReferenceResolver resolver = new CachedReferenceResolver(
            new ReferenceLookup(template), versions, new ReferenceSettings(Duration.ofSeconds(30), 1000), nanos::get);

    ReferenceResolverContract(TestDatabase database) {
        super(database);
    }

    @Test
    void followsRowsToWhatTheyPointTo() {
        String company = newCompany();
        stock(company);

        References references = resolver.resolve(
                company,
                Set.of(
                        new ReferenceKey(ReferenceKind.CUSTOMERS, "1000"),
                        new ReferenceKey(ReferenceKind.PRODUCTS, "NESP02"),
                        new ReferenceKey(ReferenceKind.TRANSACTION_TYPES, "SO")));

        assertThat(references.customer("1000")).contains(new References.Customer("1000", "JPY", true));
        assertThat(references.currencyDecimals("JPY")).isEqualTo(3);
        assertThat(references.product("NESP02"))
                .contains(new References.Product("NESP02", new BigDecimal("0.9"), "UN", "3013", "3N", false));
        assertThat(references.taxCode("3N")).contains(new References.TaxCode("3N", new BigDecimal("25")));
        assertThat(references.exists(new ReferenceKey(ReferenceKind.UNITS, "UN")))
                .isFalse();
        assertThat(references.exists(new ReferenceKey(ReferenceKind.ACCOUNTS, "3013")))
                .isFalse();
        assertThat(references.transactionType("SO"))
                .contains(new References.TransactionType(
                        "SO", new References.NumberSeries("S", References.Assignment.EITHER, 10, 99)));
    }

    @Test
    void knowsWhatIsThereAndWhatIsNot() {
        String company = newCompany();
        stock(company);

        References references = resolver.resolve(
                company,
                Set.of(
                        new ReferenceKey(ReferenceKind.CUSTOMERS, "nobody"),
                        new ReferenceKey(ReferenceKind.SALES_PERSONS, "FRED"),
                        ReferenceKey.period(202601),
                        ReferenceKey.period(202602),
                        ReferenceKey.dimension(1, "120"),
                        ReferenceKey.dimension(2, "120"),
                        ReferenceKey.dimension(2, "a/b")));

        assertThat(references.customer("nobody")).isEmpty();
        assertThat(references.salesPerson("FRED")).contains(new References.SalesPerson("FRED", true));
        assertThat(references.period(202601)).contains(new References.Period(202601, false));
        assertThat(references.period(202602)).isEmpty();
        assertThat(references.exists(ReferenceKey.dimension(1, "120"))).isTrue();
        assertThat(references.exists(ReferenceKey.dimension(2, "120"))).isFalse();
        assertThat(references.exists(ReferenceKey.dimension(2, "a/b"))).isTrue();
        assertThat(references.isChecked(ReferenceKind.PERIODS)).isTrue();
        assertThat(references.isChecked(ReferenceKind.UNITS)).isFalse();
    }

    @Test
    void hasNoTransactionTypeWithoutItsSeries() {
        String company = newCompany();
        store.upsert(
                company,
                ReferenceKind.TRANSACTION_TYPES,
                List.of(Rows.row("transactionType", "SO", "numberSeries", "missing")));

        References references =
                resolver.resolve(company, Set.of(new ReferenceKey(ReferenceKind.TRANSACTION_TYPES, "SO")));

        assertThat(references.transactionType("SO")).isEmpty();
    }

    @Test
    void countsDecimalsAsInIso4217WhereNoneAreStored() {
        String company = newCompany();
        store.upsert(company, ReferenceKind.CURRENCIES, List.of(Rows.row("currencyCode", "KWD")));

        References references = resolver.resolve(
                company,
                Set.of(
                        new ReferenceKey(ReferenceKind.CURRENCIES, "KWD"),
                        new ReferenceKey(ReferenceKind.CURRENCIES, "JPY"),
                        new ReferenceKey(ReferenceKind.CURRENCIES, "XYZZY"),
                        new ReferenceKey(ReferenceKind.CURRENCIES, "XAU")));

        assertThat(references.currencyDecimals("KWD")).isEqualTo(3);
        assertThat(references.currencyDecimals("JPY")).isZero();
        assertThat(references.currencyDecimals("XYZZY")).isEqualTo(2);
        assertThat(references.currencyDecimals("XAU")).isEqualTo(2);
    }

    @Test
    void refusesToAnswerForAKeyThatWasNotResolved() {
        References references = resolver.resolve(newCompany(), Set.of());

        assertThatThrownBy(() -> references.customer("1000")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asksOnceForEachKindHoweverManyKeysAPageHas() {
        String company = newCompany();
        stock(company);
        Set<ReferenceKey> page = IntStream.range(0, 300)
                .boxed()
                .flatMap(i -> Stream.of(
                        new ReferenceKey(ReferenceKind.CUSTOMERS, "1" + i),
                        new ReferenceKey(ReferenceKind.PRODUCTS, "NESP" + i),
                        new ReferenceKey(ReferenceKind.PRODUCTS, "NESP02"),
                        new ReferenceKey(ReferenceKind.UNITS, "U" + i),
                        ReferenceKey.dimension(1 + i % 7, "d" + i)))
                .collect(toSet());

        dataSource.reset();
        resolver.resolve(company, page);

        assertThat(dataSource.statements())
                .as("version, kinds in use, customers, products, units, dimension values, accounts, tax codes")
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void remembersWhatIsThereAndWhatIsNot() {
        String company = newCompany();
        stock(company);
        Set<ReferenceKey> page = Set.of(
                new ReferenceKey(ReferenceKind.CUSTOMERS, "1000"), new ReferenceKey(ReferenceKind.CUSTOMERS, "nobody"));
        resolver.resolve(company, page);

        dataSource.reset();
        resolver.resolve(company, page);

        assertThat(dataSource.statements()).as("only the version").hasSize(1);
    }

    @Test
    void seesAChangeAtOnce() {
        String company = newCompany();
        Set<ReferenceKey> page = Set.of(new ReferenceKey(ReferenceKind.CUSTOMERS, "1000"));
        assertThat(resolver.resolve(company, page).customer("1000")).isEmpty();

        stock(company);

        assertThat(resolver.resolve(company, page).customer("1000")).isPresent();
        assertThat(resolver.resolve(company, page).isChecked(ReferenceKind.PERIODS))
                .isTrue();
    }

    @Test
    void seesAChangeMadePastTheStoreAfterHalfAMinute() {
        String company = newCompany();
        Set<ReferenceKey> page = Set.of(new ReferenceKey(ReferenceKind.CUSTOMERS, "late"));
        resolver.resolve(company, page);
        jdbc.sql("insert into customer (company_id, customer_id, active) values (?, 'late', true)")
                .param(company)
                .update();

        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(resolver.resolve(company, page).customer("late")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(resolver.resolve(company, page).customer("late")).isPresent();
    }

    private void stock(String company) {
        store.upsert(company, ReferenceKind.CUSTOMERS, List.of(Rows.row("customerId", "1000", "currencyCode", "JPY")));
        store.upsert(
                company,
                ReferenceKind.PRODUCTS,
                List.of(Rows.row(
                        "productCode",
                        "NESP02",
                        "price",
                        new BigDecimal("0.90"),
                        "unit",
                        "UN",
                        "account",
                        "3013",
                        "taxCode",
                        "3N",
                        "active",
                        false)));
        store.upsert(company, ReferenceKind.SALES_PERSONS, List.of(Rows.row("userId", "FRED")));
        store.upsert(
                company,
                ReferenceKind.TRANSACTION_TYPES,
                List.of(Rows.row("transactionType", "SO", "numberSeries", "S")));
        store.upsert(
                company,
                ReferenceKind.NUMBER_SERIES,
                List.of(Rows.row("numberSeries", "S", "assignment", "either", "firstNumber", 10L, "lastNumber", 99L)));
        store.upsert(company, ReferenceKind.CURRENCIES, List.of(Rows.row("currencyCode", "JPY", "decimals", 3L)));
        store.upsert(
                company, ReferenceKind.TAX_CODES, List.of(Rows.row("taxCode", "3N", "percent", new BigDecimal("25"))));
        store.upsert(company, ReferenceKind.PERIODS, List.of(Rows.row("period", 202601L, "open", false)));
        store.upsert(
                company,
                ReferenceKind.DIMENSION_VALUES,
                List.of(Rows.row("dimension", 1L, "dimValue", "120"), Rows.row("dimension", 2L, "dimValue", "a/b")));
    }
}
