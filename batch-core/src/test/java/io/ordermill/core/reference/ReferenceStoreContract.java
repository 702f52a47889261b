package io.ordermill.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class ReferenceStoreContract extends StoreContract {

    private final JdbcReferenceStore store =
            new JdbcReferenceStore(template, new ReferenceVersions(jdbc), transactions);

    ReferenceStoreContract(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void givesBackEveryMemberOfEveryKind(ReferenceKind kind) {
        String company = newCompany();
        ReferenceRow row = rowOf(kind, 1);

        assertThat(store.upsert(company, kind, List.of(row))).isEqualTo(1);

        assertThat(store.list(company, kind, null, 10)).containsExactly(row);
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void replacesRowsByKeyAndAddsTheOthers(ReferenceKind kind) {
        String company = newCompany();
        store.upsert(company, kind, List.of(rowOf(kind, 1), rowOf(kind, 2)));
        ReferenceRow changed = rowOf(kind, 4);
        for (ReferenceMember key : kind.keys()) {
            changed = Rows.with(changed, key.name(), rowOf(kind, 2).values().get(key.name()));
        }

        assertThat(store.upsert(company, kind, List.of(rowOf(kind, 3), changed)))
                .isEqualTo(2);

        assertThat(store.list(company, kind, null, 10)).containsExactly(rowOf(kind, 1), changed, rowOf(kind, 3));
    }

    @Test
    void countsTheRowsOfEachKind() {
        String company = newCompany();
        store.upsert(company, ReferenceKind.CUSTOMERS, List.of(rowOf(ReferenceKind.CUSTOMERS, 1)));
        store.upsert(
                company,
                ReferenceKind.PRODUCTS,
                List.of(rowOf(ReferenceKind.PRODUCTS, 1), rowOf(ReferenceKind.PRODUCTS, 2)));
        store.upsert(newCompany(), ReferenceKind.PRODUCTS, List.of(rowOf(ReferenceKind.PRODUCTS, 3)));

        assertThat(store.counts(company))
                .hasSize(ReferenceKind.values().length)
                .containsEntry(ReferenceKind.CUSTOMERS, 1)
                .containsEntry(ReferenceKind.PRODUCTS, 2)
                .containsEntry(ReferenceKind.POSTING_CYCLES, 0);
    }

    @Test
    void letsTheLaterOfTwoRowsWithOneKeyCount() {
        String company = newCompany();

        int stored = store.upsert(
                company,
                ReferenceKind.UNITS,
                List.of(
                        Rows.row("code", "UN", "description", "first"),
                        Rows.row("code", "UN", "description", "second")));

        assertThat(stored).isEqualTo(1);
        assertThat(store.list(company, ReferenceKind.UNITS, null, 10))
                .containsExactly(Rows.row("code", "UN", "description", "second"));
    }

    @Test
    void takesFlagsThatAreNotGivenForTrue() {
        String company = newCompany();

        store.upsert(company, ReferenceKind.CUSTOMERS, List.of(Rows.row("customerId", "1000")));

        assertThat(store.list(company, ReferenceKind.CUSTOMERS, null, 1).get(0).values())
                .containsEntry("active", true)
                .containsEntry("name", null);
    }

    @Test
    void listsPagesInKeyOrder() {
        String company = newCompany();
        List<ReferenceRow> rows = IntStream.rangeClosed(1, 7)
                .boxed()
                .flatMap(dimension -> IntStream.rangeClosed(1, 3)
                        .mapToObj(value -> Rows.row(
                                "dimension",
                                (long) dimension,
                                "dimValue",
                                "v" + value,
                                "attributeId",
                                null,
                                "description",
                                null)))
                .toList();
        store.upsert(company, ReferenceKind.DIMENSION_VALUES, rows);

        List<ReferenceRow> first = store.list(company, ReferenceKind.DIMENSION_VALUES, null, 10);
        List<ReferenceRow> second = store.list(company, ReferenceKind.DIMENSION_VALUES, first.get(9), 20);

        assertThat(first).isEqualTo(rows.subList(0, 10));
        assertThat(second).isEqualTo(rows.subList(10, 21));
    }

    @Test
    void neverTouchesTheNumbersDrawnFromASeries() {
        String company = newCompany();
        store.upsert(company, ReferenceKind.NUMBER_SERIES, List.of(series(1, 100)));
        jdbc.sql("update number_series set next_number = 50 where company_id = ?")
                .param(company)
                .update();

        store.upsert(company, ReferenceKind.NUMBER_SERIES, List.of(series(10, 200)));

        assertThat(jdbc.sql("select next_number, last_number from number_series where company_id = ?")
                        .param(company)
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("next_number", 50L, "last_number", 200L));
    }

    @Test
    void keepsCompaniesApart() {
        String mine = newCompany();
        String other = newCompany();
        store.upsert(mine, ReferenceKind.PERIODS, List.of(Rows.row("period", 202601L, "open", false)));
        store.upsert(other, ReferenceKind.PERIODS, List.of(Rows.row("period", 202601L, "open", true)));

        assertThat(store.list(mine, ReferenceKind.PERIODS, null, 10))
                .containsExactly(Rows.row("period", 202601L, "open", false));
    }

    private static ReferenceRow series(long first, long last) {
        return Rows.row("numberSeries", "S", "assignment", "either", "firstNumber", first, "lastNumber", last);
    }

    private static ReferenceRow rowOf(ReferenceKind kind, int number) {
        Object[] pairs = kind.members().stream()
                .flatMap(member -> Stream.of(member.name(), valueOf(member, number)))
                .toArray();
        return Rows.row(pairs);
    }

    private static Object valueOf(ReferenceMember member, int number) {
        return switch (member.type()) {
            case TEXT ->
                member.allowed().isEmpty()
                        ? "it's " + number + "\t\\ 😀"
                        : member.allowed().get(0);
            case WHOLE -> (long) number;
            case DECIMAL -> new BigDecimal("999999999999.12345" + number);
            case FLAG -> number > 3;
        };
    }
}
