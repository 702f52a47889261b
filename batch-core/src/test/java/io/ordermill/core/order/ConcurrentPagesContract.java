package io.ordermill.core.order;

import static io.ordermill.core.order.OrderPageWriterContract.automatic;
import static io.ordermill.core.order.OrderPageWriterContract.manual;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches at the same moment: each a thread that writes page after page, each page its own transaction. */
abstract class ConcurrentPagesContract extends PageContract {

    private static final int PAGE = 50;

    final ExecutorService threads = Executors.newCachedThreadPool();

    ConcurrentPagesContract(TestDatabase database) {
        super(database);
    }

    @AfterAll
    void stopThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(3)
    void saveEachOfTheSameManualNumbersOnce() throws Exception {
        String company = companyWithSeries();
        List<OrderBuilder> upwards = orders(1, 300, OrderPageWriterContract::manual);

        List<Batch> batches = run(company, upwards, upwards);

        assertEachNumberSavedOnce(company, batches, 300);
    }

    @RepeatedTest(3)
    void saveEachOfTheSameManualNumbersOnceThoughTheyComeInOppositeOrder() throws Exception {
        String company = companyWithSeries();
        List<OrderBuilder> upwards = orders(1, 300, OrderPageWriterContract::manual);
        List<OrderBuilder> downwards = orders(1, 300, number -> manual(mirrored(number)));

        List<Batch> batches = run(company, upwards, downwards, upwards);

        assertEachNumberSavedOnce(company, batches, 300);
    }

    @RepeatedTest(3)
    void shareAnAutomaticSeriesWithoutGapsOrErrors() throws Exception {
        String company = companyWithSeries();
        List<OrderBuilder> orders = orders(1, 300, number -> automatic());

        List<Batch> batches = run(company, orders, orders, orders);

        assertThat(batches).allSatisfy(batch -> assertThat(batch.refusals).isEmpty());
        assertThat(savedNumbers(company))
                .isEqualTo(LongStream.rangeClosed(1, 900).boxed().toList());
    }

    @RepeatedTest(3)
    void saveEveryOrderThoughSomeGiveTheNumbersThatTheSeriesHandsOutToOthers() throws Exception {
        String company = companyWithSeries();
        List<OrderBuilder> given = orders(1, 300, number -> anOrder().withOrderNumber(number));
        List<OrderBuilder> mixed =
                orders(1, 300, number -> number % 2 == 0 ? anOrder() : anOrder().withOrderNumber(mirrored(number)));
        List<OrderBuilder> drawn = orders(1, 300, number -> anOrder());

        List<Batch> batches = run(company, given, mixed, drawn);

        assertThat(batches.get(2).refusals)
                .as("who gives no number never loses")
                .isEmpty();
        assertThat(batches).allSatisfy(batch -> assertThat(batch.refusals).allMatch("ORDER_NUMBER_IN_USE"::equals));
        assertThat(batches.stream().mapToInt(batch -> batch.numbers.size()).sum())
                .isEqualTo(savedNumbers(company).size());
        assertThat(batches).allSatisfy(batch -> assertThat(batch.numbers.size() + batch.refusals.size())
                .isEqualTo(300));
    }

    @RepeatedTest(3)
    void saveEachOfTheSameExternalIdsOnceThoughTheyComeInOppositeOrder() throws Exception {
        String company = companyWithSeries();
        wantUniqueExternalIds(company);
        List<OrderBuilder> upwards = orders(1, 200, number -> manual(number).withExternalOrderId("X-" + number));
        List<OrderBuilder> downwards =
                orders(1, 200, number -> manual(1_000 + number).withExternalOrderId("X-" + mirrored(number)));

        List<Batch> batches = run(company, upwards, downwards);

        assertThat(batches.stream().mapToInt(batch -> batch.numbers.size()).sum())
                .isEqualTo(200);
        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.refusals).allMatch("EXTERNAL_ORDER_ID_IN_USE"::equals));
        assertThat(savedNumbers(company)).hasSize(200);
    }

    @Test
    void takeEachPostingCycleOnce() throws Exception {
        String company = companyWithSeries();
        cycles(company, 1, 10);
        List<OrderBuilder> orders = orders(1, 300, number -> automatic());

        List<Batch> batches = run(company, orders, orders);

        assertThat(jdbc.sql(
                                "select posting_cycle from sales_order where company_id = ? group by posting_cycle having count(*) = ?")
                        .params(company, PAGE)
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(batches.stream().flatMap(batch -> batch.refusals.stream()))
                .hasSize(2 * PAGE)
                .containsOnly("NO_POSTING_CYCLE");
    }

    @Test
    void drawEachNumberOfASeriesOnce() throws Exception {
        String company = companyWithSeries();

        List<Long> drawn = together(4, 50, () -> numbers.draw(company, "SA", 3, Set.of()));

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 600).boxed().toList());
    }

    @Test
    void drawEachPostingCycleOnce() throws Exception {
        String company = newCompany();
        cycles(company, 1, 100);
        cycles(company, 50, 200);
        PostingCycles cycles = new PostingCycles(jdbc, shortTransactions);

        List<Long> taken = together(4, 50, () -> List.of(cycles.take(company).orElseThrow()));

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void areAllWrittenThoughTheyOutnumberTheConnections() throws Exception {
        String company = companyWithSeries();
        try (HikariDataSource small = smallPool();
                ShortTransactions beside = ShortTransactions.beside(small, 1, null)) {
            JdbcTransactionManager smallTransactions = new JdbcTransactionManager(small);
            JdbcOrderPageWriter overSmallPool = writerOver(new JdbcTemplate(small), smallTransactions, beside);
            TransactionTemplate page = new TransactionTemplate(smallTransactions);

            List<Long> saved = together(
                    12,
                    5,
                    () -> numbers(page.execute(status ->
                            overSmallPool.write(batch(company), overSmallPool.prepare(judged(automatic()))))));

            assertThat(saved)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    private HikariDataSource smallPool() {
        HikariConfig config = new HikariConfig();
        database.pool().copyStateTo(config);
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }

    @Test
    void keepExternalIdsUniqueFromTheMomentTheyMustBe() throws Exception {
        String company = companyWithSeries();
        CompletableFuture<PageOutcome> later = transaction.execute(status -> {
            writer.write(batch(company), prepared(automatic().withExternalOrderId("X")));
            CompletableFuture<Void> switched = CompletableFuture.runAsync(() -> switchOn(company), threads);
            CompletableFuture<PageOutcome> next =
                    switched.thenApplyAsync(done -> write(company, automatic().withExternalOrderId("X")), threads);
            assertStillRunning(switched);
            return next;
        });

        assertThat(refusals(later.get(1, TimeUnit.MINUTES))).containsExactly("0 EXTERNAL_ORDER_ID_IN_USE");
    }

    private void switchOn(String company) {
        transaction.executeWithoutResult(status -> {
            wantUniqueExternalIds(company);
            jdbc.sql("update sales_order set unique_external_order_id = external_order_id where company_id = ?")
                    .param(company)
                    .update();
        });
    }

    private static void assertStillRunning(CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private void assertEachNumberSavedOnce(String company, List<Batch> batches, int numbers) {
        assertThat(savedNumbers(company))
                .isEqualTo(LongStream.rangeClosed(1, numbers).boxed().toList());
        assertThat(batches.stream().flatMap(batch -> batch.numbers.stream()))
                .as("saved by exactly one")
                .hasSize(numbers)
                .doesNotHaveDuplicates();
        assertThat(batches.stream().flatMap(batch -> batch.refusals.stream()))
                .hasSize((batches.size() - 1) * numbers)
                .containsOnly("ORDER_NUMBER_IN_USE");
    }

    /** The same numbers in each page, in opposite order. */
    private static long mirrored(long number) {
        long before = (number - 1) / PAGE * PAGE;
        return 2 * before + PAGE + 1 - number;
    }

    private static List<OrderBuilder> orders(long first, long last, LongFunction<OrderBuilder> order) {
        return LongStream.rangeClosed(first, last).mapToObj(order).toList();
    }

    /** Lets all batches begin each of their pages together. */
    @SafeVarargs
    private List<Batch> run(String company, List<OrderBuilder>... files) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(files.length);
        List<CompletableFuture<Batch>> running = new ArrayList<>();
        for (List<OrderBuilder> file : files) {
            running.add(CompletableFuture.supplyAsync(() -> importAll(company, file, barrier), threads));
        }
        List<Batch> batches = new ArrayList<>();
        for (CompletableFuture<Batch> batch : running) {
            batches.add(batch.get(2, TimeUnit.MINUTES));
        }
        return batches;
    }

    private <T> List<T> together(int count, int times, Supplier<List<T>> action) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(count);
        List<CompletableFuture<List<T>>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(CompletableFuture.supplyAsync(
                    () -> {
                        List<T> results = new ArrayList<>();
                        await(barrier);
                        for (int time = 0; time < times; time++) {
                            results.addAll(action.get());
                        }
                        return results;
                    },
                    threads));
        }
        List<T> all = new ArrayList<>();
        for (CompletableFuture<List<T>> results : running) {
            all.addAll(results.get(1, TimeUnit.MINUTES));
        }
        return all;
    }

    private Batch importAll(String company, List<OrderBuilder> file, CyclicBarrier barrier) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (int from = 0; from < file.size(); from += PAGE) {
            List<JudgedItem> page = judged(file.subList(from, from + PAGE).toArray(OrderBuilder[]::new));
            await(barrier);
            PageOutcome outcome = write(batch(company), page);
            batch.numbers.addAll(numbers(outcome));
            outcome.refused()
                    .forEach(refused ->
                            batch.refusals.add(refused.errors().get(0).code().name()));
        }
        return batch;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Batch(List<Long> numbers, List<String> refusals) {}
}
