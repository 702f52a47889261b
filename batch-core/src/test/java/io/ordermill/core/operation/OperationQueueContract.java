package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.MovableClock;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class OperationQueueContract extends StoreContract {

    private static final OperationFailure FAILURE =
            new OperationFailure(OperationFailure.Code.MALFORMED_FILE, "It's \"broken\".", 3, 14, 15, 92_653L);

    private final MovableClock clock = new MovableClock();
    private final JdbcOperationStore store = new JdbcOperationStore(jdbc, transactions, clock);
    private final JdbcOperationQueue queue = new JdbcOperationQueue(jdbc, transactions, clock);
    private final TestOperations operations = new TestOperations(jdbc, transactions);

    OperationQueueContract(TestDatabase database) {
        super(database);
    }

    @Test
    void claimsAPendingOperation() {
        UUID id = pending();

        Claim claim = queue.claim(id).orElseThrow();

        assertThat(claim.attemptsWithoutProgress()).isEqualTo(1);
        assertThat(claim.operation().attempt()).isEqualTo(1);
        assertThat(claim.operation().status()).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(claim.operation().startedAt()).isEqualTo(clock.instant());
        assertThat(store.find(id)).contains(claim.operation());
    }

    @Test
    void claimsARunningOperationAgainWithoutANewStart() {
        UUID id = pending();
        Instant start = clock.instant();
        queue.claim(id);
        clock.advance(Duration.ofMinutes(1));

        Claim second = queue.claim(id).orElseThrow();

        assertThat(second.attemptsWithoutProgress()).isEqualTo(2);
        assertThat(second.operation().attempt()).isEqualTo(2);
        assertThat(second.operation().startedAt()).isEqualTo(start);
    }

    @Test
    void claimsACancellingOperationThatStaysCancelling() {
        Claim first = claimed();
        store.cancel(id(first));

        assertThat(queue.claim(id(first)).orElseThrow().operation().status()).isEqualTo(OperationStatus.CANCELLING);
    }

    @Test
    void claimsNothingThatHasEndedOrIsUnknown() {
        Claim claim = claimed();
        queue.finish(claim, OperationStatus.FAILED, FAILURE);

        assertThat(queue.claim(id(claim))).isEmpty();
        assertThat(queue.claim(UUID.randomUUID())).isEmpty();
    }

    @Test
    void movesTheCheckpoint() {
        Claim claim = queue.claim(id(claimed())).orElseThrow();
        queue.recordTotal(claim, 10);
        clock.advance(Duration.ofSeconds(5));

        boolean cancelAsked = queue.advance(claim, new Progress(10, 3, 1, 40));

        assertThat(cancelAsked).isFalse();
        Operation operation = stored(claim);
        assertThat(operation.progress()).isEqualTo(new Progress(10, 3, 1, 40));
        assertThat(operation.progressAt()).isEqualTo(clock.instant());
        assertThat(queue.claim(id(claim)).orElseThrow().attemptsWithoutProgress())
                .as("progress starts the count anew")
                .isEqualTo(1);
    }

    @Test
    void tellsOfACancelWhenTheCheckpointMoves() {
        Claim claim = claimed();
        queue.recordTotal(claim, 10);
        store.cancel(id(claim));

        assertThat(queue.advance(claim, new Progress(10, 3, 1, 40))).isTrue();
        assertThat(stored(claim).progress().processedItems()).isEqualTo(4);
    }

    @Test
    void endsWithEveryItemSavedOrReported() {
        Claim claim = claimed();
        queue.recordTotal(claim, 2);
        queue.advance(claim, new Progress(2, 1, 1, 4));

        queue.finish(claim, OperationStatus.COMPLETED, null);

        assertThat(stored(claim).status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(stored(claim).finishedAt()).isEqualTo(clock.instant());
        assertThat(stored(claim).failure()).isNull();
    }

    @Test
    void refusesToCompleteWhileAnItemIsNeitherSavedNorReported() {
        Claim unread = claimed();
        Claim claim = claimed();
        queue.recordTotal(claim, 3);
        queue.advance(claim, new Progress(3, 1, 1, 4));

        assertThatThrownBy(() -> queue.finish(claim, OperationStatus.COMPLETED, null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> queue.finish(unread, OperationStatus.COMPLETED, null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored(claim).status()).isEqualTo(OperationStatus.IN_PROGRESS);
    }

    @Test
    void cancelsWorkThatIsDoneWhereCancelWasAskedForMeanwhile() {
        Claim claim = claimed();
        queue.recordTotal(claim, 1);
        queue.advance(claim, new Progress(1, 1, 0, 4));
        store.cancel(id(claim));

        assertThat(queue.finish(claim, OperationStatus.COMPLETED, null)).isEqualTo(OperationStatus.CANCELLED);

        assertThat(stored(claim).status()).isEqualTo(OperationStatus.CANCELLED);
    }

    @Test
    void cancelsOnlyWhatWasAskedToBeCancelled() {
        Claim claim = claimed();

        assertThatThrownBy(() -> queue.finish(claim, OperationStatus.CANCELLED, null))
                .isInstanceOf(IllegalStateException.class);
        store.cancel(id(claim));
        queue.finish(claim, OperationStatus.CANCELLED, null);

        assertThat(stored(claim).status()).isEqualTo(OperationStatus.CANCELLED);
    }

    @Test
    void saysWhyAnOperationFailed() {
        Claim claim = claimed();
        Claim cancelling = claimed();
        store.cancel(id(cancelling));

        queue.finish(claim, OperationStatus.FAILED, FAILURE);
        queue.finish(
                cancelling, OperationStatus.FAILED, OperationFailure.of(OperationFailure.Code.INTERNAL_ERROR, "Why."));

        assertThat(stored(claim).failure()).isEqualTo(FAILURE);
        assertThat(stored(cancelling).failure())
                .isEqualTo(OperationFailure.of(OperationFailure.Code.INTERNAL_ERROR, "Why."));
    }

    @ParameterizedTest
    @EnumSource(
            value = OperationStatus.class,
            names = {"PENDING", "IN_PROGRESS", "CANCELLING"})
    void doesNotEndInAStatusThatIsNoEnd(OperationStatus status) {
        Claim claim = claimed();

        assertThatThrownBy(() -> queue.finish(claim, status, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesTheReasonWithAFailureAndOnlyThen() {
        Claim claim = claimed();

        assertThatThrownBy(() -> queue.finish(claim, OperationStatus.FAILED, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queue.finish(claim, OperationStatus.CANCELLED, FAILURE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotCountAnAttemptThatWasHandedBack() {
        Claim first = claimed();
        queue.handBack(first);
        queue.handBack(first);

        Claim second = queue.claim(id(first)).orElseThrow();

        assertThat(second.attemptsWithoutProgress()).isEqualTo(1);
        assertThat(second.operation().attempt()).isEqualTo(2);
    }

    @Test
    void refusesEveryChangeByAStaleClaim() {
        Claim stale = claimed();
        queue.recordTotal(stale, 10);
        Claim newest = queue.claim(id(stale)).orElseThrow();
        Operation before = stored(stale);

        assertRefusedAsStale(stale);

        assertThat(stored(stale)).isEqualTo(before);
        assertThat(queue.advance(newest, new Progress(10, 5, 5, 40))).isFalse();
    }

    @Test
    void refusesEveryChangeOfAnEndedOperation() {
        Claim claim = claimed();
        queue.recordTotal(claim, 0);
        queue.finish(claim, OperationStatus.COMPLETED, null);
        Operation ended = stored(claim);

        assertRefusedAsStale(claim);

        assertThat(stored(claim)).isEqualTo(ended);
    }

    @Test
    void savesNothingOfAPageWhoseClaimIsStale() {
        Claim stale = claimed();
        queue.claim(id(stale));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into company values ('page', 'of a stale claim', false)")
                            .update();
                    queue.advance(stale, new Progress(10, 1, 0, 4));
                }))
                .isInstanceOf(StaleClaimException.class);

        assertThat(jdbc.sql("select count(*) from company where company_id = 'page'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsAClaimThatComesFirstWinOverACancel() throws Exception {
        UUID id = pending();

        Optional<Operation> cancelled = whileHolding(() -> queue.claim(id), () -> store.cancel(id));

        assertThat(cancelled.orElseThrow().status()).isEqualTo(OperationStatus.CANCELLING);
    }

    @Test
    void letsACancelThatComesFirstWinOverAClaim() throws Exception {
        UUID id = pending();

        Optional<Claim> claim = whileHolding(() -> store.cancel(id), () -> queue.claim(id));

        assertThat(claim).isEmpty();
        assertThat(store.find(id).orElseThrow().status()).isEqualTo(OperationStatus.CANCELLED);
    }

    @Test
    void letsAnEndThatComesFirstWinOverACancel() throws Exception {
        Claim claim = claimed();
        queue.recordTotal(claim, 0);

        Optional<Operation> cancelled =
                whileHolding(() -> queue.finish(claim, OperationStatus.COMPLETED, null), () -> store.cancel(id(claim)));

        assertThat(cancelled.orElseThrow().status()).isEqualTo(OperationStatus.COMPLETED);
    }

    @Test
    void tellsAPageOfACancelThatCommittedWhileItWaited() throws Exception {
        Claim claim = claimed();
        queue.recordTotal(claim, 10);

        boolean asked =
                whileHolding(() -> store.cancel(id(claim)), () -> queue.advance(claim, new Progress(10, 1, 0, 4)));

        assertThat(asked).isTrue();
    }

    @Test
    void givesTheOperationToOneAttemptAtATime() throws Exception {
        UUID id = pending();
        CountDownLatch start = new CountDownLatch(1);
        CompletableFuture<Claim> one = claimAfter(start, id);
        CompletableFuture<Claim> two = claimAfter(start, id);
        start.countDown();

        assertThat(Set.of(
                        one.get(1, TimeUnit.MINUTES).operation().attempt(),
                        two.get(1, TimeUnit.MINUTES).operation().attempt()))
                .containsExactlyInAnyOrder(1, 2);
    }

    private CompletableFuture<Claim> claimAfter(CountDownLatch start, UUID id) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return queue.claim(id).orElseThrow();
        });
    }

    /** Runs the second while the first is done but not yet committed, and returns what the second made of it. */
    private <T> T whileHolding(Runnable first, Supplier<T> second) throws Exception {
        CompletableFuture<T> waiting = transaction.execute(status -> {
            first.run();
            CompletableFuture<T> started = CompletableFuture.supplyAsync(second);
            assertThatThrownBy(() -> started.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return started;
        });
        return waiting.get(1, TimeUnit.MINUTES);
    }

    private void assertRefusedAsStale(Claim claim) {
        for (Consumer<Claim> change : List.<Consumer<Claim>>of(
                held -> queue.recordTotal(held, 9),
                held -> queue.advance(held, new Progress(10, 1, 0, 4)),
                held -> queue.finish(held, OperationStatus.COMPLETED, null),
                held -> queue.finish(held, OperationStatus.FAILED, FAILURE),
                queue::handBack)) {
            assertThatThrownBy(() -> change.accept(claim)).isInstanceOf(StaleClaimException.class);
        }
    }

    private UUID pending() {
        return operations.pending(newCompany()).operationId();
    }

    private Claim claimed() {
        return queue.claim(pending()).orElseThrow();
    }

    private static UUID id(Claim claim) {
        return claim.operation().operationId();
    }

    private Operation stored(Claim claim) {
        return store.find(id(claim)).orElseThrow();
    }
}
