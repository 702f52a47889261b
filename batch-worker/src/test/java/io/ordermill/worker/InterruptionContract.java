package io.ordermill.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

/** Whatever breaks or stops in between: every order ends saved once, reported or unprocessed. */
@SuppressWarnings("try") // a worker does its work by being there
abstract class InterruptionContract extends WorkerContract {

    private static final int ORDERS = 450;
    private static final byte[] FILE = GeneratedOrders.simple(ORDERS, 1);

    @Override
    TestWorker start(TestDatabase on) {
        return TestWorker.on(on, "ordermill.worker.enabled=false");
    }

    @AfterEach
    void emptyQueue() {
        company.jdbc().sql("delete from scheduled_tasks").update();
    }

    @Test
    void takesNoOperationThatWasCancelledBefore() {
        UUID operation = company.submit(FILE);
        company.cancel(operation);

        try (TestWorker worker = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.CANCELLED);
            assertThat(ended.attempt()).isZero();
            assertThat(company.savedOrders()).isEmpty();
        }
    }

    @Test
    void aCancelSurvivesTheDeathOfTheWorker() {
        UUID operation = company.submit(FILE);
        claimAndDie(operation);
        BatchTables.leaveOpen(database.dataSource(), operation);
        company.cancel(operation);

        try (TestWorker worker = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.CANCELLED);
            assertThat(company.savedOrders()).isEmpty();
            assertThat(BatchTables.executions(company.jdbc(), operation)).containsExactly("ABANDONED");
        }
    }

    @Test
    void cancelEndsTheImportAfterTheRunningPage() {
        UUID operation = company.submit(FILE);
        HeldPage page = new HeldPage(2);
        try (TestWorker worker = TestWorker.on(database, page)) {
            page.awaitReached();
            company.cancel(operation);
            assertThat(company.operation(operation).status()).isEqualTo(OperationStatus.CANCELLING);
            page.release();

            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.CANCELLED);
            assertThat(ended.progress()).isEqualTo(new Progress(ORDERS, 300, 0, 300 * 4));
            assertThat(company.savedOrders()).isEqualTo(externalIds(300));
            assertThat(BatchTables.executions(company.jdbc(), operation)).containsExactly("STOPPED");
        }
    }

    @Test
    void isCancelledAsPromisedEvenWhereTheLastPageWasRunning() {
        UUID operation = company.submit(FILE);
        HeldPage lastPage = new HeldPage(4);
        try (TestWorker worker = TestWorker.on(database, lastPage)) {
            lastPage.awaitReached();
            company.cancel(operation);
            lastPage.release();

            assertThat(company.awaitEnd(operation).status()).isEqualTo(OperationStatus.CANCELLED);
            assertThat(company.savedOrders()).isEqualTo(externalIds(ORDERS));
        }
    }

    @Test
    void theNextAttemptGoesOnAfterTheLastSavedPage() {
        UUID operation = company.submit(FILE);
        AtomicBoolean broken = new AtomicBoolean();
        Consumer<PageContext> breakOnce = page -> {
            if (page.itemsAdmitted() == 200 * 4 && broken.compareAndSet(false, true)) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        try (TestWorker worker = TestWorker.on(database, breakOnce)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(ended.progress()).isEqualTo(new Progress(ORDERS, ORDERS, 0, ORDERS * 4));
            assertThat(company.savedOrders()).isEqualTo(externalIds(ORDERS));
            assertThat(BatchTables.executions(company.jdbc(), operation)).containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void anOperationThatBreaksOffAgainAndAgainFails() {
        UUID operation = company.submit(FILE);
        Consumer<PageContext> alwaysBreak = page -> {
            throw new IllegalStateException("broken on purpose");
        };
        try (TestWorker worker = TestWorker.on(database, alwaysBreak)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(ended.failure().code()).isEqualTo(Code.INTERNAL_ERROR);
            assertThat(ended.attempt()).isEqualTo(3);
            assertThat(company.savedOrders()).isEmpty();
        }
    }

    @Test
    void anOperationWaitsWhileTheDiskOfTheDatabaseIsFull() {
        UUID operation = company.submit(FILE);
        AtomicInteger attempts = new AtomicInteger();
        Consumer<PageContext> fullForSixAttempts = page -> {
            if (attempts.incrementAndGet() <= 6) {
                throw new UncategorizedSQLException("insert", null, new SQLException("no space", "53100"));
            }
        };
        try (TestWorker worker = TestWorker.on(database, fullForSixAttempts)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(7);
            assertThat(company.savedOrders()).isEqualTo(externalIds(ORDERS));
        }
    }

    @Test
    void anOperationWhoseWorkersDieAgainAndAgainFails() {
        UUID operation = company.submit(FILE);
        IntStream.range(0, 3).forEach(attempt -> claimAndDie(operation));
        BatchTables.leaveOpen(database.dataSource(), operation);

        try (TestWorker worker = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(ended.failure().code()).isEqualTo(Code.WORKER_CRASHED);
            assertThat(company.savedOrders()).isEmpty();
            assertThat(BatchTables.executions(company.jdbc(), operation)).containsExactly("ABANDONED");
        }
    }

    @Test
    void anUploadThatChangesUnderTheImportFailsItWithWhatIsSavedByThen() {
        byte[] longFile = GeneratedOrders.simple(10_000, 1);
        UUID operation = company.submit(longFile);
        HeldPage page = new HeldPage(1);
        try (TestWorker worker = TestWorker.on(database, page)) {
            page.awaitReached();
            company.jdbc()
                    .sql("update upload_chunk set content = (select content from upload_chunk c where c.upload_id = "
                            + "upload_chunk.upload_id and c.chunk_no = 0) where chunk_no = 1 and upload_id = ?")
                    .param(company.operation(operation).uploadId())
                    .update();
            page.release();

            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(ended.failure().code()).isEqualTo(Code.INPUT_CHANGED);
            assertThat(ended.attempt()).isEqualTo(1);
            assertThat(company.savedOrders())
                    .isEqualTo(externalIds(ended.progress().succeededItems()));
        }
    }

    @Test
    void aWorkerPresumedDeadThatWakesUpSavesNothingMore() {
        UUID operation = company.submit(FILE);
        HeldPage page = new HeldPage(1);
        try (TestWorker frozen = TestWorker.on(database, page)) {
            page.awaitReached();
            claimAndDie(operation);
            page.release();
            await().atMost(Duration.ofSeconds(30)).until(() -> BatchTables.running(company.jdbc()) == 0);
        }

        Operation left = company.operation(operation);
        assertThat(left.status()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(left.progress().processedItems()).isEqualTo(100);
        assertThat(company.savedOrders()).isEqualTo(externalIds(100));
        assertThat(company.queueEntries(operation)).as("left to its new owner").isEqualTo(1);
    }

    @Test
    void theOperationOfADeadWorkerGoesToAnother() {
        UUID operation = company.submit(FILE);
        claimAndDie(operation);
        pickedByADeadWorker(operation);
        BatchTables.leaveOpen(database.dataSource(), operation);

        try (TestWorker worker = TestWorker.on(database, "ordermill.worker.heartbeat-interval=100ms")) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(BatchTables.executions(company.jdbc(), operation)).containsExactly("ABANDONED", "COMPLETED");
        }
    }

    @Test
    void aWorkerThatIsShutDownEndsItsPageAndAnotherGoesOn() {
        byte[] longFile = GeneratedOrders.simple(10_000, 1);
        UUID operation = company.submit(longFile);
        HeldPage page = new HeldPage(1);
        TestWorker worker = TestWorker.on(database, page);
        page.awaitReached();

        Instant begin = Instant.now();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(worker::close);
        await().atMost(Duration.ofSeconds(10)).until(worker::isClosing);
        page.release();
        closed.orTimeout(30, SECONDS).join();

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        Operation handedBack = company.operation(operation);
        assertThat(handedBack.status()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(handedBack.progress().processedItems()).isBetween(200, 9_900);
        assertThat(company.savedOrders()).hasSize(handedBack.progress().processedItems());

        try (TestWorker next = TestWorker.on(database)) {
            Operation ended = company.awaitEnd(operation);

            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(company.savedOrders()).isEqualTo(externalIds(10_000));
        }
    }

    @Test
    void runsTwoOperationsAtATime() {
        CyclicBarrier bothInTheirFirstPage = new CyclicBarrier(2);
        Consumer<PageContext> meet = page -> {
            if (page.itemsAdmitted() == 0) {
                Waiting.at(bothInTheirFirstPage);
            }
        };
        UUID one = company.submit(FILE);
        UUID two = company.submit(FILE);
        try (TestWorker worker = TestWorker.on(database, meet)) {
            assertThat(company.awaitEnd(one).progress().succeededItems()).isEqualTo(ORDERS);
            assertThat(company.awaitEnd(two).progress().succeededItems()).isEqualTo(ORDERS);
            assertThat(company.savedOrders()).hasSize(2 * ORDERS);
        }
    }

    private OperationQueue queue() {
        return application.bean(OperationQueue.class);
    }

    @Test
    void anotherCompanyGetsTheOnlySlotBetweenTwoPages() {
        UUID large = company.submit(FILE);
        HeldPage page = new HeldPage(1);
        try (TestWorker worker =
                TestWorker.on(database, page, "ordermill.worker.concurrency=1", "ordermill.worker.turn=0s")) {
            page.awaitReached();
            TestCompany other = TestCompany.in(application);
            UUID passing = other.submit(GeneratedOrders.simple(1, 1));
            page.release();

            Operation passed = company.awaitEnd(large);
            Operation first = other.awaitEnd(passing);

            assertThat(first.finishedAt()).isBefore(passed.finishedAt());
            assertThat(first.attempt()).isEqualTo(1);
            assertThat(passed.status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(passed.attempt()).isEqualTo(2);
            assertThat(company.savedOrders()).isEqualTo(externalIds(ORDERS));
            assertThat(BatchTables.executions(company.jdbc(), large)).containsExactly("STOPPED", "COMPLETED");
        }
    }

    private void claimAndDie(UUID operation) {
        assertThat(queue().claim(operation)).isPresent();
    }

    private void pickedByADeadWorker(UUID operation) {
        company.jdbc().sql("""
                        update scheduled_tasks
                        set picked = true, picked_by = 'dead', last_heartbeat = timestamp with time zone '2020-01-01 00:00:00Z'
                        where task_instance = ?""").param(operation.toString()).update();
    }

    private static List<String> externalIds(int orders) {
        return IntStream.range(0, orders).mapToObj(index -> "G-" + index).toList();
    }
}
