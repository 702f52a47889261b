package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** kill -9 of the worker that has an {@code atomic} import, while it rehearses and while it saves. */
class KilledAtomicImportIT {

    private static final int ROUNDS = 2;
    private static final int ORDERS = 3_000;
    private static final int LOOKS_EVERY_MILLIS = 5;

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @Test
    void isSeenAsAWholeOrNotAtAll() throws InterruptedException {
        for (int round = 0; round < Faults.times(ROUNDS); round++) {
            fleet.staff();
            Tenant tenant = fleet.newTenant();
            MixedFile file = MixedFile.contested(ORDERS);
            Set<Integer> seen = new ConcurrentSkipListSet<>();
            ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
            UUID operationId =
                    UUID.fromString(tenant.caller().accepted(file.bytes(), "?skipWorkflow=true&errorPolicy=atomic"));
            try (WatchedImport imported = WatchedImport.of(tenant::caller, file, operationId)) {
                Future<?> looking = reader.scheduleWithFixedDelay(
                        () -> seen.add(ordersOf(tenant)), 0, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                killOnceProcessed(imported, random.nextInt(ORDERS));
                fleet.staff();
                killOnceProcessed(imported, ORDERS);
                fleet.staff();

                assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
                assertThat(looking).as("the reader").isNotDone();
                reader.shutdown();
                assertThat(reader.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
                seen.add(ordersOf(tenant));
                assertThat(seen).containsExactly(0, ORDERS);
                assertThat(new InvariantChecker(fleet.jdbc(), fleet.journal())
                                .violations(List.of(imported.evidence()), 0))
                        .isEmpty();
            } finally {
                reader.shutdownNow();
            }
        }
    }

    private int ordersOf(Tenant tenant) {
        return fleet.jdbc()
                .sql("select count(*) from sales_order where company_id = ?")
                .param(tenant.companyId())
                .query(Integer.class)
                .single();
    }

    private void killOnceProcessed(WatchedImport imported, int items) {
        imported.awaitProcessed(items);
        fleet.holderUnlessEnded(imported.operationId()).ifPresent(holder -> {
            Faults.pause(random);
            holder.kill();
        });
    }
}
