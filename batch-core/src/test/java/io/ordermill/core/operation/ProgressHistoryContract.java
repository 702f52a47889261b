package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.ProgressHistory.Sample;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ProgressHistoryContract extends StoreContract {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final TestOperations operations = new TestOperations(jdbc, transactions);
    private final ProgressHistory history = new JdbcProgressHistory(jdbc);
    private UUID operationId;

    ProgressHistoryContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void newOperation() {
        operationId = operations.pending(newCompany()).operationId();
    }

    @Test
    void keepsSamplesInTheirOrder() {
        add(2, 1, 3);
        history.add(operations.pending(newCompany()).operationId(), sample(9));

        assertThat(history.samples(operationId, 10)).containsExactly(sample(1), sample(2), sample(3));
    }

    @Test
    void knowsNothingWhereThereIsNothing() {
        assertThat(history.samples(operationId, 10)).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoSamplesOfOneMoment() {
        history.add(operationId, new Sample(START, 100));
        history.add(operationId, new Sample(START, 200));

        assertThat(history.samples(operationId, 10)).containsExactly(new Sample(START, 100));
    }

    @Test
    void thinsThemEvenlyAndKeepsTheLast() {
        add(IntStream.rangeClosed(1, 100).toArray());

        assertThat(history.samples(operationId, 100)).hasSize(100);
        assertThat(history.samples(operationId, 4)).containsExactly(sample(25), sample(50), sample(75), sample(100));
        assertThat(history.samples(operationId, 99)).hasSize(99).endsWith(sample(100));
    }

    @Test
    void isGoneWithTheTransactionOfItsPage() {
        transaction.executeWithoutResult(page -> {
            add(1);
            page.setRollbackOnly();
        });

        assertThat(history.samples(operationId, 10)).isEmpty();
    }

    @Test
    void goesWithTheOperation() {
        add(1, 2);
        jdbc.sql("delete from batch_operation where operation_id = ?")
                .param(operationId)
                .update();

        assertThat(history.samples(operationId, 10)).isEmpty();
    }

    private void add(int... seconds) {
        IntStream.of(seconds).forEach(second -> history.add(operationId, sample(second)));
    }

    private static Sample sample(int second) {
        return new Sample(START.plusSeconds(second), second * 100);
    }
}
