package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.MovableClock;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class OperationStoreContract extends StoreContract {

    private final MovableClock clock = new MovableClock();
    private final JdbcOperationStore store = new JdbcOperationStore(jdbc, transactions, clock);
    private final JdbcOpenOperations open = new JdbcOpenOperations(jdbc);
    private final JdbcOperationQueue queue = new JdbcOperationQueue(jdbc, transactions, clock);
    private final TestOperations operations = new TestOperations(jdbc, transactions);

    OperationStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void givesBackWhatWasSubmitted() {
        UUID uploadId = operations.pending(newCompany()).uploadId();
        NewOperation submitted = new NewOperation(
                newCompany(),
                "loader-1",
                new ImportOptions(true, false, "it's mine"),
                "orders \"1\".json.gz",
                uploadId);

        Operation created = store.create(submitted);

        assertThat(store.find(created.operationId())).contains(created);
        assertThat(created.status()).isEqualTo(OperationStatus.PENDING);
        assertThat(created.operationId().version()).isEqualTo(7);
        assertThat(created.submittedAt()).isEqualTo(clock.instant());
        assertThat(new NewOperation(
                        created.companyId(),
                        created.submittedBy(),
                        created.options(),
                        created.fileName(),
                        created.uploadId()))
                .isEqualTo(submitted);
    }

    @Test
    void givesBackNullsForWhatWasNotGiven() {
        UUID uploadId = operations.pending(newCompany()).uploadId();

        Operation created = store.create(
                new NewOperation(newCompany(), "loader-1", new ImportOptions(false, true, null), null, uploadId));

        assertThat(store.find(created.operationId())).contains(created);
    }

    @Test
    void linksARetryAndItsOperation() {
        Operation first = operations.pending(newCompany());

        Operation retry = store.create(retryOf(first));

        assertThat(store.find(retry.operationId())).contains(retry);
        assertThat(retry.retryOf()).isEqualTo(first.operationId());
        assertThat(retry.retriedBy()).isNull();
        assertThat(store.find(first.operationId()).orElseThrow().retriedBy()).isEqualTo(retry.operationId());
    }

    @Test
    void refusesASecondRetryOfAnOperation() {
        Operation first = operations.pending(newCompany());
        Operation retry = store.create(retryOf(first));

        assertThatThrownBy(() -> transaction.execute(status -> store.create(retryOf(first))))
                .isInstanceOf(AlreadyRetriedException.class);

        assertThat(store.find(first.operationId()).orElseThrow().retriedBy()).isEqualTo(retry.operationId());
        assertThat(store.create(retryOf(retry)).retryOf()).isEqualTo(retry.operationId());
    }

    private static NewOperation retryOf(Operation first) {
        return new NewOperation(
                first.companyId(), "loader-2", first.options(), null, first.uploadId(), first.operationId());
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(store.find(UUID.randomUUID())).isEmpty();
        assertThat(store.cancel(UUID.randomUUID())).isEmpty();
    }

    @Test
    void findsSeveralAtOnce() {
        Operation one =
                store.find(operations.pending(newCompany()).operationId()).orElseThrow();
        Operation other =
                store.find(operations.pending(newCompany()).operationId()).orElseThrow();

        assertThat(store.findAll(Set.of(one.operationId(), other.operationId(), UUID.randomUUID())))
                .containsExactlyInAnyOrder(one, other);
        assertThat(store.findAll(Set.of())).isEmpty();
    }

    @Test
    void listsPagesNewestFirst() {
        String company = newCompany();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(operations.pending(company).operationId());
        }
        Collections.reverse(ids);

        List<UUID> first = ids(filter(company, null, 10));
        List<UUID> second = ids(filter(company, first.get(9), 10));
        List<UUID> third = ids(filter(company, second.get(9), 10));

        assertThat(first).isEqualTo(ids.subList(0, 10));
        assertThat(second).isEqualTo(ids.subList(10, 20));
        assertThat(third).isEqualTo(ids.subList(20, 25));
    }

    @Test
    void listsOnlyWhatIsAskedFor() {
        String company = newCompany();
        UUID uploadId = operations.pending(newCompany()).uploadId();
        UUID plain = operations.pending(company, "anna", "spring").operationId();
        UUID cancelled = operations.pending(company, "bert", "autumn").operationId();
        store.cancel(cancelled);
        Instant later = clock.advance(Duration.ofDays(36_500));
        UUID late = store.create(
                        new NewOperation(company, "anna", new ImportOptions(true, false, "autumn"), null, uploadId))
                .operationId();
        Set<String> companies = Set.of(company, "another");
        Set<OperationStatus> all = Set.of();

        assertThat(ids(new OperationFilter(companies, all, null, null, null, null, null, 9)))
                .containsExactlyInAnyOrder(plain, cancelled, late);
        assertThat(ids(new OperationFilter(
                        companies, Set.of(OperationStatus.CANCELLED), null, null, null, null, null, 9)))
                .containsExactly(cancelled);
        assertThat(ids(new OperationFilter(
                        companies,
                        Set.of(OperationStatus.CANCELLED, OperationStatus.PENDING),
                        "autumn",
                        null,
                        null,
                        null,
                        null,
                        9)))
                .containsExactlyInAnyOrder(cancelled, late);
        assertThat(ids(new OperationFilter(companies, all, null, "anna", null, null, null, 9)))
                .containsExactlyInAnyOrder(plain, late);
        assertThat(ids(new OperationFilter(companies, all, null, null, later, null, null, 9)))
                .containsExactly(late);
        assertThat(ids(new OperationFilter(companies, all, null, null, null, later, null, 9)))
                .containsExactlyInAnyOrder(plain, cancelled);
        assertThat(ids(new OperationFilter(Set.of("another"), all, null, null, null, null, null, 9)))
                .isEmpty();
    }

    @Test
    void countsOperationsThatHaveNotEnded() {
        String company = newCompany();
        int before = open.count(company).ofAll();
        operations.pending(company);
        queue.claim(operations.pending(company).operationId());
        Operation cancelling = operations.pending(company);
        queue.claim(cancelling.operationId());
        store.cancel(cancelling.operationId());
        store.cancel(operations.pending(company).operationId());

        operations.pending(newCompany());

        assertThat(open.count(company)).isEqualTo(new OpenOperations.Count(3, before + 4));
    }

    @Test
    void countsAloneSoThatManyAtOnceDoNotPassALimitTogether() {
        String company = newCompany();

        IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.runAsync(() -> createUpToFive(company)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(open.count(company).ofCompany()).isEqualTo(5);
    }

    private void createUpToFive(String company) {
        transaction.executeWithoutResult(status -> {
            operations.pending(company);
            if (open.countAlone(company).ofCompany() > 5) {
                status.setRollbackOnly();
            }
        });
    }

    @Test
    void cancelsAPendingOperationAtOnce() {
        Operation operation = operations.pending(newCompany());

        Operation cancelled = store.cancel(operation.operationId()).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(cancelled.cancelAskedAt()).isEqualTo(clock.instant());
        assertThat(cancelled.finishedAt()).isEqualTo(clock.instant());
        assertThat(queue.claim(operation.operationId())).isEmpty();
    }

    @Test
    void asksARunningOperationToEndAndRemembersItWhenAskedAgain() {
        Operation operation = operations.pending(newCompany());
        queue.claim(operation.operationId());

        Operation asked = store.cancel(operation.operationId()).orElseThrow();

        assertThat(asked.status()).isEqualTo(OperationStatus.CANCELLING);
        assertThat(asked.cancelAskedAt()).isEqualTo(clock.instant());
        assertThat(asked.finishedAt()).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.cancel(operation.operationId())).contains(asked);
    }

    @Test
    void leavesAnEndedOperationAsItIs() {
        Operation operation = operations.pending(newCompany());
        Claim claim = queue.claim(operation.operationId()).orElseThrow();
        queue.recordTotal(claim, 0);
        queue.finish(claim, OperationStatus.COMPLETED, null);
        Operation ended = store.find(operation.operationId()).orElseThrow();

        assertThat(store.cancel(operation.operationId())).contains(ended);
        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.cancelAskedAt()).isNull();
    }

    @Test
    void listsOneAloneOrThoseWithErrors() {
        String company = newCompany();
        UUID plain = operations.pending(company).operationId();
        UUID withErrors = operations.pending(company).operationId();
        jdbc.sql("update batch_operation set total_items = 1, failed_items = 1 where operation_id = ?")
                .param(withErrors)
                .update();
        Set<String> companies = Set.of(company, "another");
        Set<OperationStatus> waiting = Set.of(OperationStatus.PENDING);

        assertThat(ids(new OperationFilter(companies, Set.of(), null, null, null, null, plain, false, null, 9)))
                .containsExactly(plain);
        assertThat(ids(new OperationFilter(Set.of("another"), Set.of(), null, null, null, null, plain, false, null, 9)))
                .isEmpty();
        assertThat(ids(new OperationFilter(companies, waiting, null, null, null, null, null, true, null, 9)))
                .containsExactly(withErrors);
        assertThat(ids(new OperationFilter(companies, waiting, null, null, null, null, plain, true, null, 9)))
                .isEmpty();
    }

    private static OperationFilter filter(String company, UUID before, int limit) {
        return new OperationFilter(Set.of(company), Set.of(), null, null, null, null, before, limit);
    }

    private List<UUID> ids(OperationFilter filter) {
        return store.list(filter).stream().map(Operation::operationId).toList();
    }
}
