package io.ordermill.core.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class IdempotencyKeyStoreOnPostgresTest extends IdempotencyKeyStoreContract {

    IdempotencyKeyStoreOnPostgresTest() {
        super(TestDatabase.postgres());
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        JdbcIdempotencyKeyStore impatient = store(Duration.ofMillis(10));

        transaction.executeWithoutResult(
                status -> {
                    impatient.take(key, "print", Duration.ofDays(1));
                    status.setRollbackOnly();
                    assertThatThrownBy(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(
                                    other -> impatient.take(key, "print", Duration.ofDays(1))))::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(CannotAcquireLockException.class);
                });

        assertThat(impatient.isTaken(key)).isFalse();
    }
}
