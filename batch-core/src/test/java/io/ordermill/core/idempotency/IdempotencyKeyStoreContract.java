package io.ordermill.core.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.TestOperations;
import io.ordermill.core.testing.MovableClock;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.MetaDataAccessException;

abstract class IdempotencyKeyStoreContract extends StoreContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration EXPIRED = Duration.ofSeconds(-1);

    private final JdbcIdempotencyKeyStore store = store(Duration.ofSeconds(30));
    IdempotencyKey key;

    @BeforeEach
    void newKey() {
        key = new IdempotencyKey("client-" + UUID.randomUUID(), "key");
    }

    IdempotencyKeyStoreContract(TestDatabase database) {
        super(database);
    }

    JdbcIdempotencyKeyStore store(Duration patience) {
        try {
            return new JdbcIdempotencyKeyStore(jdbc, dataSource, Clock.systemUTC(), patience);
        } catch (MetaDataAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void remembersWhatAKeyStandsFor() {
        UUID operationId = newOperation();
        IdempotencyKey another = new IdempotencyKey(key.clientId(), "another");

        assertThat(store.isTaken(key)).isFalse();
        assertThat(taken(key, operationId)).isEmpty();

        assertThat(store.isTaken(key)).isTrue();
        assertThat(taken(key, newOperation())).contains(new FormerRequest("print", operationId));
        assertThat(taken(another, newOperation())).isEmpty();
    }

    @Test
    void keepsAKeyAsLongAsItIsToldAndNoLonger() throws MetaDataAccessException {
        MovableClock clock = new MovableClock();
        IdempotencyKeyStore keeping = new JdbcIdempotencyKeyStore(jdbc, dataSource, clock, Duration.ofSeconds(30));
        transaction.executeWithoutResult(status -> keeping.take(key, "print", DAY));

        clock.advance(DAY.minusSeconds(1));
        assertThat(keeping.isTaken(key)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(keeping.isTaken(key)).isFalse();
    }

    @Test
    void forgetsWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            store.take(key, "print", DAY);
            status.setRollbackOnly();
        });

        assertThat(store.isTaken(key)).isFalse();
        assertThat(taken(key, newOperation())).isEmpty();
    }

    @Test
    void remembersThatTheOperationIsGone() {
        UUID operationId = newOperation();
        taken(key, operationId);

        jdbc.sql("delete from batch_operation where operation_id = ?")
                .param(operationId)
                .update();

        assertThat(taken(key, newOperation())).contains(new FormerRequest("print", null));
    }

    @Test
    void waitsForATransactionThatIsTakingTheKey() throws Exception {
        UUID operationId = newOperation();
        CountDownLatch begun = new CountDownLatch(1);

        CompletableFuture<Optional<FormerRequest>> second = transaction.execute(status -> {
            store.take(key, "print", DAY);
            CompletableFuture<Optional<FormerRequest>> taking = takenBeside(begun, operationId);
            await(begun);
            store.settle(key, operationId);
            return taking;
        });

        assertThat(second.get()).contains(new FormerRequest("print", operationId));
    }

    @Test
    void goesOnWhenTheOtherTransactionRollsBack() throws Exception {
        UUID operationId = newOperation();
        CountDownLatch begun = new CountDownLatch(1);

        CompletableFuture<Optional<FormerRequest>> second = transaction.execute(status -> {
            store.take(key, "print", DAY);
            CompletableFuture<Optional<FormerRequest>> taking = takenBeside(begun, operationId);
            await(begun);
            status.setRollbackOnly();
            return taking;
        });

        assertThat(second.get()).isEmpty();
        assertThat(taken(key, newOperation())).contains(new FormerRequest("print", operationId));
    }

    @Test
    void forgetsExpiredKeysAndDeletesThemInBatches() {
        for (int number = 0; number < 5; number++) {
            IdempotencyKey expired = new IdempotencyKey(key.clientId(), "expired-" + number);
            transaction.executeWithoutResult(status -> store.take(expired, "print", EXPIRED));
            assertThat(store.isTaken(expired)).isFalse();
        }
        taken(key, newOperation());
        IdempotencyKey again = new IdempotencyKey(key.clientId(), "expired-0");
        assertThat(taken(again, newOperation())).isEmpty();

        assertThat(store.deleteExpired(3)).isEqualTo(3);
        assertThat(store.deleteExpired(3)).isEqualTo(1);
        assertThat(store.deleteExpired(3)).isZero();
        assertThat(store.isTaken(key)).isTrue();
        assertThat(store.isTaken(again)).isTrue();
    }

    private CompletableFuture<Optional<FormerRequest>> takenBeside(CountDownLatch begun, UUID operationId) {
        return CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return taken(key, operationId);
        });
    }

    Optional<FormerRequest> taken(IdempotencyKey wanted, UUID operationId) {
        return transaction.execute(status -> {
            Optional<FormerRequest> former = store.take(wanted, "print", DAY);
            if (former.isEmpty()) {
                store.settle(wanted, operationId);
            }
            return former;
        });
    }

    private UUID newOperation() {
        return new TestOperations(jdbc, transactions).pending(newCompany()).operationId();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
