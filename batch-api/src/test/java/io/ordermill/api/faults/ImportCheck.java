package io.ordermill.api.faults;

import io.ordermill.api.faults.StoredImport.StoredFailure;
import io.ordermill.api.faults.StoredImport.StoredOrder;
import io.ordermill.core.operation.OperationStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One import against what was sent, what is stored and what its client saw: I1, I2, I3, I5, I6 and I7. */
final class ImportCheck {

    /** A revenue and a tax posting for a line without a split. */
    private static final int POSTINGS_PER_LINE = 2;

    private final Evidence evidence;
    private final StoredImport stored;
    private final List<Violation> violations = new ArrayList<>();

    private ImportCheck(Evidence evidence, StoredImport stored) {
        this.evidence = evidence;
        this.stored = stored;
    }

    static List<Violation> violations(Evidence evidence, StoredImport stored) {
        ImportCheck check = new ImportCheck(evidence, stored);
        check.partition();
        check.counters();
        check.wholeOrders();
        check.sameOrders();
        check.numbersInFileOrder();
        check.sightings();
        check.end();
        return check.violations;
    }

    private void require(boolean holds, Invariant invariant, String otherwise) {
        if (!holds) {
            violations.add(new Violation(invariant, evidence.operationId() + ": " + otherwise));
        }
    }

    private <T> void requireNone(List<T> all, Predicate<T> offends, Invariant invariant, String otherwise) {
        List<T> found = all.stream().filter(offends).toList();
        require(
                found.isEmpty(),
                invariant,
                "%d times %s, first: %s"
                        .formatted(
                                found.size(),
                                otherwise,
                                found.stream().findFirst().orElse(null)));
    }

    /** Items are processed in file order and none is passed over: what is unprocessed is the end of the file. */
    private void partition() {
        List<Integer> processed = Stream.concat(
                        stored.orders().stream().map(StoredOrder::index),
                        stored.failures().stream().map(StoredFailure::index))
                .sorted()
                .toList();
        List<Integer> begin = IntStream.range(0, processed.size()).boxed().toList();
        require(
                processed.equals(begin),
                Invariant.I1,
                "what is saved or failed is no beginning of the file; it differs at item %s"
                        .formatted(IntStream.range(0, processed.size())
                                .filter(i -> processed.get(i) != i)
                                .findFirst()));
        int items = evidence.file().size();
        require(processed.size() <= items, Invariant.I1, "%d of %d items processed".formatted(processed.size(), items));
        require(
                stored.status() != OperationStatus.COMPLETED || processed.size() == items,
                Invariant.I1,
                "completed with %d of %d items".formatted(processed.size(), items));
    }

    private void counters() {
        require(
                stored.succeeded() == stored.orders().size(),
                Invariant.I2,
                "%d orders counted, %d stored"
                        .formatted(stored.succeeded(), stored.orders().size()));
        require(
                stored.failed() == stored.failures().size(),
                Invariant.I2,
                "%d failures counted, %d stored"
                        .formatted(stored.failed(), stored.failures().size()));
        long databaseItems = stored.orders().stream()
                .mapToLong(order -> 1 + 3L * order.lines())
                .sum();
        require(
                stored.databaseItems() == databaseItems,
                Invariant.I2,
                "%d database items counted, %d stored".formatted(stored.databaseItems(), databaseItems));
        require(
                stored.total() == null || stored.total() == evidence.file().size(),
                Invariant.I2,
                "%s items counted in a file of %d"
                        .formatted(stored.total(), evidence.file().size()));
        requireNone(evidence.sightings(), ImportCheck::addsUpWrongly, Invariant.I2, "an answer that does not add up");
        if (evidence.results() != null) {
            require(
                    evidence.results().equals(stored.listing()),
                    Invariant.I2,
                    "the results listed are not those stored");
        }
    }

    private static boolean addsUpWrongly(Sighting seen) {
        return seen.processed() != seen.succeeded() + seen.failed()
                || (seen.total() != null
                        && (seen.unprocessed() == null || seen.total() != seen.processed() + seen.unprocessed()));
    }

    private void wholeOrders() {
        requireNone(stored.orders(), this::isIncomplete, Invariant.I3, "an incomplete order");
    }

    private boolean isIncomplete(StoredOrder order) {
        return order.storedLines() != order.lines()
                || order.postings() != (long) POSTINGS_PER_LINE * order.lines()
                || order.tasks() != (stored.skipWorkflow() ? 0 : order.lines())
                || order.totalAmount().compareTo(order.amountOfLines()) != 0;
    }

    private void sameOrders() {
        requireNone(stored.orders(), order -> !isAsExpected(order), Invariant.I5, "an order saved otherwise");
        requireNone(stored.failures(), failure -> !isAsExpected(failure), Invariant.I5, "an item failed otherwise");
    }

    private boolean isAsExpected(StoredOrder order) {
        if (order.index() >= evidence.file().size()) {
            return false;
        }
        ExpectedItem expected = evidence.file().get(order.index());
        return expected.maySave()
                && expected.externalId().equals(order.externalId())
                && expected.transactionType().equals(order.transactionType())
                && (expected.givenNumber() == null || expected.givenNumber() == order.number())
                && expected.lines() == order.lines()
                && expected.totalAmount().compareTo(order.totalAmount()) == 0;
    }

    private boolean isAsExpected(StoredFailure failure) {
        return failure.index() < evidence.file().size()
                && evidence.file().get(failure.index()).mayFailWith(failure.errors());
    }

    private void numbersInFileOrder() {
        Map<String, Long> last = new HashMap<>();
        requireNone(
                stored.orders().stream().filter(this::isDrawn).toList(),
                order -> {
                    Long before = last.put(order.transactionType(), order.number());
                    return before != null && before >= order.number();
                },
                Invariant.I5,
                "a number drawn out of file order");
    }

    private boolean isDrawn(StoredOrder order) {
        return order.index() < evidence.file().size()
                && evidence.file().get(order.index()).givenNumber() == null;
    }

    private void sightings() {
        List<Sighting> seen = evidence.sightings();
        for (int i = 1; i < seen.size(); i++) {
            require(
                    follows(seen.get(i - 1), seen.get(i)),
                    Invariant.I6,
                    "%s was seen after %s".formatted(seen.get(i), seen.get(i - 1)));
        }
        if (!seen.isEmpty()) {
            Sighting last = seen.get(seen.size() - 1);
            require(
                    last.equals(asSeenNow(last)),
                    Invariant.I6,
                    "%s was seen last, but stored is %s".formatted(last, asSeenNow(last)));
        }
    }

    private static boolean follows(Sighting before, Sighting after) {
        if (before.isEnd()) {
            return after.equals(before);
        }
        return mayFollow(before.status(), after.status())
                && after.succeeded() >= before.succeeded()
                && after.failed() >= before.failed()
                && after.databaseItems() >= before.databaseItems()
                && (before.total() == null || before.total().equals(after.total()));
    }

    /** Also over states that nobody saw. */
    private static boolean mayFollow(OperationStatus before, OperationStatus after) {
        return before == after || before.next().stream().anyMatch(next -> mayFollow(next, after));
    }

    private Sighting asSeenNow(Sighting last) {
        return new Sighting(
                stored.status(),
                stored.total(),
                stored.processed(),
                stored.succeeded(),
                stored.failed(),
                stored.total() == null ? null : stored.total() - stored.processed(),
                stored.databaseItems(),
                last.failureCode());
    }

    private void end() {
        require(stored.status().isTerminal(), Invariant.I7, "is still %s".formatted(stored.status()));
    }
}
