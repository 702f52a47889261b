package io.ordermill.core.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.operation.TestOperations;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderKeys;
import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class OutcomeStoreContract extends StoreContract {

    private static final ThreadMXBean ALLOCATIONS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final JdbcOutcomeStore store = new JdbcOutcomeStore(template);
    private final TestOperations operations = new TestOperations(jdbc, transactions);

    OutcomeStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void givesBackRefusedItemsWithAllTheirErrors() {
        UUID operation = operation();
        List<OrderError> errors = Collections.nCopies(
                OrderError.MAX_PER_ORDER,
                OrderError.of(ErrorCode.WRONG_TYPE, "/orderLines/3/a~1b", "It's \"x\" \\ 😀.", "v\u0000\n"));

        store.record(operation, List.of(refused(4, "{\"a\": 1.50, \"itemIndex\": 3}", errors)));

        FailedItem failed = store.failures(operation, -1, 10).get(0);
        assertThat(failed.itemIndex()).isEqualTo(4);
        assertThat(failed.isObject()).isTrue();
        assertThat(new String(failed.json(), UTF_8)).isEqualTo("{\"a\": 1.50}");
        assertThat(failed.errors()).isEqualTo(errors);
    }

    @Test
    void keepsAnElementThatIsNoObjectAsItIs() {
        UUID operation = operation();
        List<OrderError> errors = List.of(OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "Not an object."));
        JudgedItem item = new JudgedItem(
                0, ItemBytes.of("[{\"itemIndex\":1}]".getBytes(UTF_8)), new Judgement.Refused(null, errors));

        store.record(operation, List.of(new RefusedItem(item, errors)));

        FailedItem failed = store.failures(operation, -1, 10).get(0);
        assertThat(failed.isObject()).isFalse();
        assertThat(new String(failed.json(), UTF_8)).isEqualTo("[{\"itemIndex\":1}]");
    }

    @Test
    void listsPagesInFileOrderAndOfOneOperationOnly() {
        UUID operation = operation();
        store.record(operation(), List.of(refused(0, "{}", List.of())));
        store.record(
                operation,
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> refused(50 - 2 * i, "{}", List.of()))
                        .toList());

        List<FailedItem> first = store.failures(operation, -1, 20);
        List<FailedItem> second = store.failures(operation, first.get(19).itemIndex(), 20);

        assertThat(first)
                .extracting(FailedItem::itemIndex)
                .isSorted()
                .startsWith(0)
                .hasSize(20);
        assertThat(second).extracting(FailedItem::itemIndex).containsExactly(40, 42, 44, 46, 48);
    }

    @Test
    void keepsItemsOfManyMegabytes() {
        UUID operation = operation();
        String large = "{\"notes\":\"" + "é".repeat(5 << 20) + "\"}";

        store.record(operation, List.of(refused(0, large, List.of())));

        assertThat(store.failures(operation, -1, 1).get(0).json()).isEqualTo(large.getBytes(UTF_8));
    }

    @Test
    void copiesAnItemNoMoreThanOnce() {
        UUID operation = operation();
        RefusedItem large = refused(0, "{\"notes\":[" + "1.25,".repeat(3_000_000) + "0]}", List.of());

        long before = ALLOCATIONS.getCurrentThreadAllocatedBytes();
        store.record(operation, List.of(large));

        assertThat(ALLOCATIONS.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(large.item().json().length() * 5L / 4);
    }

    @Test
    void endsAPageAtAFewMegabytesButNeverBeforeItsFirstItem() {
        UUID operation = operation();
        String large = "{\"notes\":\"" + "x".repeat(3 << 20) + "\"}";
        store.record(
                operation,
                IntStream.range(0, 4)
                        .mapToObj(i -> refused(i, i == 2 ? "{}" : large, List.of()))
                        .toList());

        assertThat(store.failures(operation, -1, 10))
                .extracting(FailedItem::itemIndex)
                .containsExactly(0);
        assertThat(store.failures(operation, 0, 10))
                .extracting(FailedItem::itemIndex)
                .containsExactly(1, 2);
        assertThat(store.failures(operation, 2, 10))
                .extracting(FailedItem::itemIndex)
                .containsExactly(3);
        assertThat(store.failures(operation, 3, 10)).isEmpty();
    }

    @Test
    void listsIndexesOfRefusedItemsByPage() {
        UUID operation = operation();
        store.record(operation(), List.of(refused(1, "{}", List.of())));
        store.record(
                operation,
                IntStream.of(7, 0, 3).mapToObj(i -> refused(i, "{}", List.of())).toList());

        assertThat(store.failedIndexes(operation, -1, 2)).containsExactly(0, 3);
        assertThat(store.failedIndexes(operation, 3, 2)).containsExactly(7);
        assertThat(store.failedIndexes(operation, 7, 2)).isEmpty();
    }

    @Test
    void summarisesErrorsByCodeAndMessageMostFrequentFirst() {
        UUID operation = operation();
        store.record(
                operation,
                List.of(
                        refused(2, "{}", List.of(unknown("B"), unknown("A"))),
                        refused(5, "{}", List.of(unknown("C"), unknown("A"))),
                        refused(6, "{}", List.of(unknown("C"), unknown("A"), unknown("D")))));
        store.record(operation(), List.of(refused(0, "{}", List.of(unknown("D")))));

        assertThat(store.errorSummary(operation, 3))
                .isEqualTo(new ErrorSummary(List.of(group("A", 3, 2), group("C", 2, 5), group("B", 1, 2)), true));
        assertThat(store.errorSummary(operation, 4).hasMore()).isFalse();
        assertThat(store.errorSummary(operation(), 4)).isEqualTo(new ErrorSummary(List.of(), false));
    }

    @Test
    void summarisesMoreThanOnePageOfErrors() {
        UUID operation = operation();
        store.record(
                operation,
                IntStream.range(0, 2_500)
                        .mapToObj(i -> refused(i, "{}", List.of(unknown("A"))))
                        .toList());

        assertThat(store.errorSummary(operation, 10).groups()).containsExactly(group("A", 2_500, 0));
    }

    @Test
    void listsTheItemsThatHaveAnErrorOfAKindByPage() {
        UUID operation = operation();
        OrderError naughty = OrderError.of(ErrorCode.UNKNOWN_CUSTOMER, "", "There's no \"100%_!\\\" é\n😀.");
        store.record(operation(), List.of(refused(0, "{}", List.of(naughty))));
        store.record(
                operation,
                List.of(
                        refused(1, "{}", List.of(unknown("A"), naughty)),
                        refused(
                                3,
                                "{}",
                                List.of(OrderError.of(ErrorCode.REQUIRED, "", naughty.message()), unknown("A"))),
                        refused(4, "{}", List.of(unknown("A"))),
                        refused(7, "{\"a\":1}", List.of(naughty)),
                        refused(9, "{}", List.of(naughty))));

        assertThat(store.failures(operation, ErrorKind.of(naughty), -1, 2))
                .extracting(FailedItem::itemIndex)
                .containsExactly(1);
        assertThat(store.failures(operation, ErrorKind.of(naughty), 1, 1))
                .extracting(FailedItem::itemIndex)
                .containsExactly(7);
        assertThat(store.failures(operation, ErrorKind.of(naughty), 1, 10))
                .extracting(FailedItem::itemIndex)
                .containsExactly(7, 9);
        assertThat(store.failures(operation, ErrorKind.of(naughty), 9, 10)).isEmpty();
        assertThat(store.failures(operation, ErrorKind.of(unknown("B")), -1, 10))
                .isEmpty();
    }

    private static OrderError unknown(String customer) {
        return OrderError.of(ErrorCode.UNKNOWN_CUSTOMER, "/customerId", "There is no customer " + customer + ".");
    }

    private static ErrorSummary.Group group(String customer, int count, int firstItemIndex) {
        return new ErrorSummary.Group(
                ErrorCode.UNKNOWN_CUSTOMER, "There is no customer " + customer + ".", count, firstItemIndex);
    }

    @Test
    void recordsNothingWhenNothingWasRefused() {
        UUID operation = operation();

        store.record(operation, List.of());

        assertThat(store.failures(operation, -1, 10)).isEmpty();
    }

    final UUID operation() {
        return operations.pending(newCompany()).operationId();
    }

    static RefusedItem refused(int index, String json, List<OrderError> errors) {
        Judgement judgement = new Judgement.Refused(new OrderKeys(null, null), errors);
        return new RefusedItem(new JudgedItem(index, ItemBytes.of(json.getBytes(UTF_8)), judgement), errors);
    }
}
