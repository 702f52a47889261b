package io.ordermill.core.order;

import static io.ordermill.core.order.OrderPageWriterContract.automatic;
import static io.ordermill.core.order.OrderPageWriterContract.manual;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConcurrentPagesOnPostgresTest extends ConcurrentPagesContract {

    ConcurrentPagesOnPostgresTest() {
        super(TestDatabase.postgres());
    }

    @Test
    void doNotWaitForEachOtherWhileTheyWantDifferentNumbers() {
        String company = companyWithSeries();

        PageOutcome other = transaction.execute(status -> {
            writer.write(batch(company), prepared(automatic(), manual(100)));
            return whileItIsOpen(() -> write(company, automatic(), manual(200)));
        });

        assertThat(numbers(other)).containsExactly(2L, 200L);
    }

    private PageOutcome whileItIsOpen(Supplier<PageOutcome> page) {
        try {
            return CompletableFuture.supplyAsync(page, threads).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the page waited", e);
        }
    }
}
