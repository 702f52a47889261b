package io.ordermill.core.operation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.MovableClock;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list among 100,000 operations: what it reads has to do with the page, not with what else there is. */
abstract class OperationListContract extends StoreContract {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 100;
    private static final Duration SHORTEST_COMPARABLE = Duration.ofMillis(1);
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final JdbcOperationStore store = new JdbcOperationStore(jdbc, transactions, clock);
    private final OperationIds ids = new OperationIds();
    private final Set<String> companies = new LinkedHashSet<>();
    private String company;
    private UUID uploadId;
    private Map<String, Duration> timesAmongFew;

    OperationListContract(TestDatabase database) {
        super(database);
    }

    /** Entries of tables and indexes that the query looks at, as its executed plan tells. */
    abstract long rowsRead(String sql, Map<String, ?> parameters);

    abstract void updateStatistics();

    @BeforeAll
    void fill() {
        company = newCompany();
        companies.add(company);
        IntStream.range(0, 40).forEach(any -> companies.add(newCompany()));
        uploadId = new TestOperations(jdbc, transactions).pending(company).uploadId();
        insert(0, FEW);
        updateStatistics();
        timesAmongFew = times();
        insert(FEW, MANY);
        updateStatistics();
    }

    /** Most ended, of one company, one label and one client; the oldest ones are the rare ones. */
    private void insert(int from, int to) {
        List<Object[]> rows = new ArrayList<>();
        List<String> others = List.copyOf(companies);
        for (int i = from; i < to; i++) {
            Instant at = BEGINNING.plusSeconds(i);
            boolean rare = i < 5;
            rows.add(new Object[] {
                ids.next(at),
                i % 1_000 == 7 ? others.get(i / 1_000 % others.size()) : company,
                rare ? "rare" : "nightly",
                rare ? "N" : "C",
                rare ? "rare" : "nightly",
                uploadId,
                OperationRow.column(at),
                rare ? null : OperationRow.column(at),
                rare ? 1 : 0
            });
        }
        transaction.executeWithoutResult(status -> template.batchUpdate("""
                insert into batch_operation (
                    operation_id, company_id, submitted_by, status, attempt, attempts_without_progress, skip_workflow,
                    ignore_unknown_fields, label, upload_id, succeeded_items, database_items,
                    submitted_at, finished_at, total_items, failed_items)
                values (?, ?, ?, ?, 0, 0, true, false, ?, ?, 0, 0, ?, ?, 1, ?)""", rows));
    }

    private Map<String, OperationFilter> filters() {
        Set<OperationStatus> any = Set.of();
        Set<String> one = Set.of(company);
        Instant noon = BEGINNING.plus(Duration.ofHours(12));
        Map<String, OperationFilter> filters = new TreeMap<>();
        filters.put("first page", filter(one, any, null, null, null, null, null));
        filters.put("later page", filter(one, any, null, null, null, null, OperationIds.lowest(noon)));
        filters.put("many companies", filter(companies, any, null, null, null, null, null));
        filters.put("rare status", filter(one, Set.of(OperationStatus.PENDING), null, null, null, null, null));
        filters.put(
                "rare statuses of many companies",
                filter(companies, OperationStatus.PENDING.next(), null, null, null, null, null));
        filters.put("rare label", filter(one, any, "rare", null, null, null, null));
        filters.put("rare label of many companies", filter(companies, any, "rare", null, null, null, null));
        filters.put("rare client", filter(one, any, null, "rare", null, null, null));
        filters.put("rare errors", withErrors(one, any));
        filters.put("rare errors of many companies", withErrors(companies, any));
        filters.put("rare errors of a rare status", withErrors(one, Set.of(OperationStatus.PENDING)));
        filters.put("no such label", filter(one, any, "none", null, null, null, null));
        filters.put("a minute", filter(one, any, null, null, noon, noon.plusSeconds(60), null));
        filters.put("a minute of a label", filter(companies, any, "nightly", null, noon, noon.plusSeconds(60), null));
        return filters;
    }

    private static OperationFilter withErrors(Set<String> companies, Set<OperationStatus> statuses) {
        return new OperationFilter(companies, statuses, null, null, null, null, null, true, null, PAGE + 1);
    }

    private static OperationFilter filter(
            Set<String> companies,
            Set<OperationStatus> statuses,
            @Nullable String label,
            @Nullable String submittedBy,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID before) {
        return new OperationFilter(companies, statuses, label, submittedBy, from, until, before, PAGE + 1);
    }

    @Test
    void readsNoMoreThanAPageWorthOfEveryBranch() {
        filters().forEach((name, filter) -> {
            OperationQuery query = OperationQuery.of(filter);
            int branches =
                    filter.companyIds().size() * Math.max(1, filter.statuses().size());
            // A branch's page and its end, and once more where the rows of the chosen ids are read.
            long atMost = branches * (PAGE + 3L) + 2L * (PAGE + 1);
            assertThat(rowsRead(query.sql(), query.parameters())).as(name).isBetween(0L, atMost);
        });
    }

    @Test
    void takesAboutAsLongAsAmongAHundred() {
        Map<String, Duration> among100000 = times();

        among100000.forEach((name, time) -> assertThat(time)
                .as("%s, among %d: %s", name, FEW, timesAmongFew.get(name))
                .isLessThan(comparable(timesAmongFew.get(name)).multipliedBy(10)));
    }

    /** Some filters find nothing among so few, in less time than can be told from noise. */
    private static Duration comparable(Duration time) {
        return time.compareTo(SHORTEST_COMPARABLE) < 0 ? SHORTEST_COMPARABLE : time;
    }

    /** The shortest of many rounds: what else the machine does only ever adds. */
    private Map<String, Duration> times() {
        Map<String, Duration> times = new TreeMap<>();
        filters().forEach((name, filter) -> {
            Duration shortest = Duration.ofDays(1);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                store.list(filter);
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                shortest = time.compareTo(shortest) < 0 ? time : shortest;
            }
            times.put(name, shortest);
        });
        return times;
    }

    @Test
    void pagesThroughAllThatWereThereWhileOthersArrive() {
        OperationFilter first = filter(companies, Set.of(), "rare", null, null, null, null);
        Set<UUID> atTheStart =
                store.list(new OperationFilter(companies, Set.of(), "rare", null, null, null, null, 999)).stream()
                        .map(Operation::operationId)
                        .collect(toCollection(LinkedHashSet::new));
        List<UUID> paged = new ArrayList<>();
        UUID before = null;
        List<Operation> page;
        do {
            page = store.list(new OperationFilter(first.companyIds(), Set.of(), "rare", null, null, null, before, 2));
            page.forEach(operation -> paged.add(operation.operationId()));
            before = page.isEmpty() ? before : page.get(page.size() - 1).operationId();
            clock.advance(Duration.ofSeconds(1));
            store.create(new NewOperation(company, "late", new ImportOptions(true, false, "rare"), null, uploadId));
        } while (!page.isEmpty());

        assertThat(paged).hasSize(new HashSet<>(paged).size()).containsExactlyElementsOf(atTheStart);
    }

    @Test
    void readsNoLargeColumn() {
        assertThat(jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name = 'batch_operation'
                          and lower(data_type) not in ('uuid', 'character varying', 'character', 'boolean', 'smallint',
                              'integer', 'bigint', 'timestamp with time zone')""").query(String.class).list())
                .as("large values belong in tables of their own, for the list reads whole rows")
                .isEmpty();
    }
}
