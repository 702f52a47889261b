package io.ordermill.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.ErrorPolicy;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.outcome.FailedItem;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All orders of a file or none, whatever breaks or stops in between. */
@SuppressWarnings("try") // a worker does its work by being there
abstract class AtomicContract extends WorkerContract {

    private static final int ORDERS = 250;
    private static final byte[] FILE = GeneratedOrders.simple(ORDERS, 1);
    private static final byte[] ONE_INVALID =
            new String(FILE, UTF_8).replaceFirst("\"1015\"", "\"nobody\"").getBytes(UTF_8);

    private static final ImportOptions ATOMIC = new ImportOptions(true, false, null, false, ErrorPolicy.ATOMIC, null);
    private static final ImportOptions ATOMIC_DRY_RUN =
            new ImportOptions(true, false, null, true, ErrorPolicy.ATOMIC, null);

    private static final Progress ALL_SAVED = new Progress(ORDERS, ORDERS, 0, ORDERS * 4);
    private static final Progress ALL_HELD = new Progress(ORDERS, 0, 0, 0, ORDERS, ORDERS * 4);

    @Override
    TestWorker start(TestDatabase on) {
        return TestWorker.on(on, "ordermill.worker.enabled=false");
    }

    @AfterEach
    void emptyQueue() {
        company.jdbc().sql("delete from scheduled_tasks").update();
    }

    @Test
    void nothingIsVisibleUntilEverythingIsSaved() {
        UUID operation = company.submit(FILE, ATOMIC);
        HeldPage lastPage = new HeldPage(2);
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().writtenPage(lastPage))) {
            lastPage.awaitReached();
            assertThat(company.savedOrders()).isEmpty();
            assertThat(company.operation(operation).progress()).isEqualTo(ALL_HELD);
            lastPage.release();

            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.progress()).isEqualTo(ALL_SAVED);
            assertThat(company.savedOrders()).hasSize(ORDERS).doesNotHaveDuplicates();
            assertThat(rehearsed()).isZero();
        }
    }

    @Test
    void oneInvalidOrderKeepsAllOthersFromBeingSaved() {
        UUID operation = company.submit(ONE_INVALID, ATOMIC);
        try (TestWorker worker = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.progress()).isEqualTo(new Progress(ORDERS, 0, 1, 0, ORDERS - 1, (ORDERS - 1) * 4));
            assertThat(ended.progress().unprocessedItems()).isEqualTo(ORDERS - 1);
            assertThat(company.savedOrders()).isEmpty();
            assertThat(company.failures(operation))
                    .extracting(FailedItem::itemIndex)
                    .containsExactly(1);
        }
    }

    @Test
    void aDryRunTellsTheSameAndSavesNothing() {
        UUID valid = company.submit(FILE, ATOMIC_DRY_RUN);
        UUID invalid = company.submit(ONE_INVALID, ATOMIC_DRY_RUN);
        try (TestWorker worker = TestWorker.on(database)) {
            assertThat(company.awaitEnd(valid).progress()).isEqualTo(ALL_SAVED);
            assertThat(company.awaitEnd(invalid).progress())
                    .isEqualTo(new Progress(ORDERS, 0, 1, 0, ORDERS - 1, (ORDERS - 1) * 4));
            assertThat(company.savedOrders()).isEmpty();
        }
    }

    @Test
    void anEmptyFileIsComplete() {
        UUID operation = company.submit("[]".getBytes(UTF_8), ATOMIC);
        try (TestWorker worker = TestWorker.on(database)) {
            assertThat(company.awaitEnd(operation).status()).isEqualTo(OperationStatus.COMPLETED);
        }
    }

    @Test
    void tooManyErrorsEndItWithNothingSaved() {
        ImportOptions options = new ImportOptions(true, false, null, false, ErrorPolicy.ATOMIC, 1);
        UUID operation = company.submit(ONE_INVALID, options);
        try (TestWorker worker = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(ended.failure().code()).isEqualTo(Code.TOO_MANY_ERRORS);
            assertThat(ended.progress().processedItems()).isEqualTo(1);
            assertThat(company.savedOrders()).isEmpty();
        }
    }

    @Test
    void anAttemptThatBreaksWhileJudgingIsFollowedByOneThatGoesOnThere() {
        UUID operation = company.submit(FILE, ATOMIC);
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().rehearsedPage(breakOnce(100)))) {
            assertAllSavedBy(2, operation);
        }
    }

    @Test
    void anAttemptThatBreaksWhileSavingLeavesNothingAndIsFollowedByOneThatSavesAll() {
        UUID operation = company.submit(FILE, ATOMIC);
        AtomicBoolean nothingLeft = new AtomicBoolean();
        Consumer<PageContext> breakOnce = breakOnce(200);
        Consumer<PageContext> look = page -> {
            if (page.itemsAdmitted() == 0) {
                nothingLeft.set(company.savedOrders().isEmpty());
            }
            breakOnce.accept(page);
        };
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().writtenPage(look))) {
            assertAllSavedBy(2, operation);
            assertThat(nothingLeft).isTrue();
        }
    }

    @Test
    void anAttemptThatBreaksAfterSavingIsFollowedByOneThatFindsNothingToDo() {
        UUID operation = company.submit(FILE, ATOMIC);
        AtomicBoolean broken = new AtomicBoolean();
        Runnable breakOnce = () -> {
            if (broken.compareAndSet(false, true)) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().finish(breakOnce))) {
            assertAllSavedBy(2, operation);
        }
    }

    @Test
    void aWorkerPresumedDeadThatWakesUpSavesNothing() {
        UUID operation = company.submit(FILE, ATOMIC);
        HeldPage lastPage = new HeldPage(2);
        try (TestWorker frozen = TestWorker.on(database, RehearsalHooks.none().writtenPage(lastPage))) {
            lastPage.awaitReached();
            assertThat(application.bean(OperationQueue.class).claim(operation)).isPresent();
            lastPage.release();
            await().atMost(Duration.ofSeconds(60)).until(() -> BatchTables.running(company.jdbc()) == 0);
        }

        assertThat(company.operation(operation).progress()).isEqualTo(ALL_HELD);
        assertThat(company.savedOrders()).isEmpty();
    }

    @Test
    void cancelWhileJudgingSavesNothing() {
        UUID operation = company.submit(FILE, ATOMIC);
        HeldPage page = new HeldPage(1);
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().rehearsedPage(page))) {
            page.awaitReached();
            company.cancel(operation);
            page.release();

            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.CANCELLED);
            assertThat(ended.progress()).isEqualTo(new Progress(ORDERS, 0, 0, 0, 200, 200 * 4));
            assertThat(company.savedOrders()).isEmpty();
        }
    }

    @Test
    void cancelWhileSavingLeavesNothing() {
        for (int page = 0; page <= 2; page++) {
            UUID operation = company.submit(FILE, ATOMIC);
            HeldPage held = new HeldPage(page);
            try (TestWorker worker =
                    TestWorker.on(database, RehearsalHooks.none().writtenPage(held))) {
                held.awaitReached();
                company.cancel(operation);
                held.release();

                Operation ended = company.awaitEnd(operation);

                assertThat(ended.status()).as("page %d", page).isEqualTo(OperationStatus.CANCELLED);
                assertThat(ended.progress()).isEqualTo(ALL_HELD);
                assertThat(company.savedOrders()).isEmpty();
            }
        }
    }

    @Test
    void aWorkerThatIsShutDownWhileSavingLeavesAllToAnother() {
        UUID operation = company.submit(FILE, ATOMIC);
        HeldPage page = new HeldPage(1);
        TestWorker worker = TestWorker.on(database, RehearsalHooks.none().writtenPage(page));
        page.awaitReached();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(worker::close);
        await().atMost(Duration.ofSeconds(10)).until(worker::isClosing);
        page.release();
        closed.orTimeout(60, SECONDS).join();

        assertThat(company.operation(operation).status()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(company.savedOrders()).isEmpty();
        try (TestWorker next = TestWorker.on(database)) {
            assertAllSavedBy(2, operation);
        }
    }

    @Test
    void aNumberTakenBetweenJudgingAndSavingLetsAllBeJudgedAgain() {
        String order = new String(GeneratedOrders.simple(1, 1), UTF_8);
        String numbered = order.replace("{\"customerId\"", "{\"orderNumber\":7000,\"customerId\"");
        UUID operation = company.submit(
                new String(FILE, UTF_8)
                        .replaceFirst("(?s)]\\s*$", "," + numbered.strip().substring(1))
                        .getBytes(UTF_8),
                ATOMIC);
        AtomicBoolean taken = new AtomicBoolean();
        Runnable takeOnce = () -> {
            if (taken.compareAndSet(false, true)) {
                assertThat(company.imported(numbered.getBytes(UTF_8)).progress().succeededItems())
                        .isEqualTo(1);
            }
        };
        try (TestWorker worker = TestWorker.on(database, RehearsalHooks.none().hold(takeOnce))) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.progress().failedItems()).isEqualTo(1);
            assertThat(company.failures(operation)).singleElement().satisfies(item -> {
                assertThat(item.itemIndex()).isEqualTo(ORDERS);
                assertThat(item.errors().get(0).code()).isEqualTo(ErrorCode.ORDER_NUMBER_IN_USE);
            });
            assertThat(company.savedOrders()).as("the other batch's").hasSize(1);
        }
    }

    private void assertAllSavedBy(int attempt, UUID operation) {
        Operation ended = company.awaitEnd(operation);
        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(attempt);
        assertThat(ended.progress()).isEqualTo(ALL_SAVED);
        assertThat(company.savedOrders()).hasSize(ORDERS).doesNotHaveDuplicates();
    }

    private static Consumer<PageContext> breakOnce(int ordersBefore) {
        AtomicBoolean broken = new AtomicBoolean();
        return page -> {
            if (page.itemsAdmitted() == ordersBefore * 4L && broken.compareAndSet(false, true)) {
                throw new IllegalStateException("broken on purpose");
            }
        };
    }

    private int rehearsed() {
        return company.jdbc()
                .sql("select (select count(*) from rehearsed_order) + (select count(*) from rehearsed_series)"
                        + " - (select count(*) from rehearsed_order where operation_id in"
                        + " (select operation_id from batch_operation where company_id <> ?))"
                        + " - (select count(*) from rehearsed_series where operation_id in"
                        + " (select operation_id from batch_operation where company_id <> ?))")
                .params(company.id(), company.id())
                .query(Integer.class)
                .single();
    }
}
