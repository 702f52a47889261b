package io.ordermill.core.outcome;

import io.ordermill.core.order.OrderError;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts errors by code and message in bounded memory. Messages name values, so that a file can have millions of different
 * ones. When too many kinds have been met, all counts are lowered until enough of them are used up (Misra and Gries, 1982):
 * whatever makes up more than one in {@code kept} of all errors is never forgotten. Counts are too low then; a second pass
 * over the same errors after {@link #beginRecount} counts the kinds that are left exactly.
 */
final class ErrorTally {

    private static final Comparator<Map.Entry<ErrorKind, Tally>> BY_FREQUENCY = Comparator.comparingInt(
                    (Map.Entry<ErrorKind, Tally> entry) -> -entry.getValue().count)
            .thenComparingInt(entry -> entry.getValue().firstItemIndex)
            .thenComparing(entry -> entry.getKey().code())
            .thenComparing(entry -> entry.getKey().message());

    private final int kept;
    private final Map<ErrorKind, Tally> tallies = new HashMap<>();
    private boolean hasForgotten;
    private boolean isRecount;

    /** @param kept kinds to be left of twice as many, the most there may be at a time */
    ErrorTally(int kept) {
        this.kept = kept;
    }

    /** Items come in file order. */
    void add(int itemIndex, List<OrderError> errors) {
        for (OrderError error : errors) {
            ErrorKind kind = ErrorKind.of(error);
            Tally tally = isRecount ? tallies.get(kind) : tallies.computeIfAbsent(kind, any -> new Tally());
            if (tally != null) {
                tally.add(itemIndex);
            }
        }
        if (tallies.size() > 2 * kept) {
            forgetRarest();
        }
    }

    /** True where kinds have been forgotten, so that counts may be too low. */
    boolean needsRecount() {
        return hasForgotten && !isRecount;
    }

    /** From now on only the kinds that are left are counted, from zero. */
    void beginRecount() {
        tallies.values().forEach(Tally::reset);
        isRecount = true;
    }

    ErrorSummary summary(int limit) {
        List<ErrorSummary.Group> groups = tallies.entrySet().stream()
                .sorted(BY_FREQUENCY)
                .limit(limit)
                .map(entry -> new ErrorSummary.Group(
                        entry.getKey().code(),
                        entry.getKey().message(),
                        entry.getValue().count,
                        entry.getValue().firstItemIndex))
                .toList();
        return new ErrorSummary(groups, hasForgotten || tallies.size() > limit);
    }

    private void forgetRarest() {
        int tooFew = tallies.values().stream()
                .map(tally -> tally.count)
                .sorted(Comparator.reverseOrder())
                .skip(kept)
                .findFirst()
                .orElse(0);
        tallies.values().removeIf(tally -> tally.isUsedUpBy(tooFew));
        hasForgotten = true;
    }

    private static final class Tally {

        private int count;
        private int firstItemIndex;

        void add(int itemIndex) {
            if (count++ == 0) {
                firstItemIndex = itemIndex;
            }
        }

        boolean isUsedUpBy(int errors) {
            count -= errors;
            return count <= 0;
        }

        void reset() {
            count = 0;
        }
    }
}
