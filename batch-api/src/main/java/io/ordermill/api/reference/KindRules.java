package io.ordermill.api.reference;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.reference.ReferenceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the members of a kind must be beyond their type. */
final class KindRules {

    private static final long MAX_NUMBER = 999_999_999_999_999L;

    /** One rule over a whole row. */
    private interface Rule {
        @Nullable
        RowError broken(int row, Map<String, @Nullable Object> values);
    }

    private static final Map<ReferenceKind, List<Rule>> RULES = Map.of(
            ReferenceKind.NUMBER_SERIES,
            List.of(
                    whole("firstNumber", 1, MAX_NUMBER),
                    whole("lastNumber", 1, MAX_NUMBER),
                    ascending("firstNumber", "lastNumber")),
            ReferenceKind.POSTING_CYCLES,
            List.of(
                    whole("firstCycle", 1, MAX_NUMBER),
                    whole("lastCycle", 1, MAX_NUMBER),
                    ascending("firstCycle", "lastCycle")),
            ReferenceKind.DIMENSION_VALUES,
            List.of(whole("dimension", 1, 7)),
            ReferenceKind.CURRENCIES,
            List.of(whole("decimals", 0, 4)),
            ReferenceKind.PERIODS,
            List.of(period()),
            ReferenceKind.TAX_CODES,
            List.of(decimal("percent", BigDecimal.ZERO, BigDecimal.valueOf(100))),
            ReferenceKind.PRODUCTS,
            List.of(decimal("price", BigDecimal.ZERO, null)));

    private KindRules() {}

    static Stream<RowError> broken(ReferenceKind kind, int row, Map<String, @Nullable Object> values) {
        return RULES.getOrDefault(kind, List.of()).stream()
                .flatMap(rule -> Optional.ofNullable(rule.broken(row, values)).stream());
    }

    private static Rule whole(String member, long min, long max) {
        return whole(member, number -> number >= min && number <= max, "from " + min + " to " + max);
    }

    private static Rule period() {
        LongPredicate yearAndMonth =
                number -> number >= 190_001 && number <= 299_912 && number % 100 >= 1 && number % 100 <= 12;
        return whole("period", yearAndMonth, "a year and a month, YYYYMM");
    }

    private static Rule whole(String member, LongPredicate allowed, String description) {
        return (row, values) -> values.get(member) instanceof Long number && !allowed.test(number)
                ? outOfRange(row, member, member + " must be " + description + ".")
                : null;
    }

    private static Rule decimal(String member, BigDecimal min, @Nullable BigDecimal max) {
        String range = max == null ? min + " or more" : "from " + min + " to " + max;
        return (row, values) -> values.get(member) instanceof BigDecimal number
                        && (number.compareTo(min) < 0 || (max != null && number.compareTo(max) > 0))
                ? outOfRange(row, member, member + " must be " + range + ".")
                : null;
    }

    private static Rule ascending(String first, String last) {
        return (row, values) ->
                values.get(first) instanceof Long from && values.get(last) instanceof Long until && from > until
                        ? outOfRange(row, last, last + " must not be less than " + first + ".")
                        : null;
    }

    private static RowError outOfRange(int row, String member, String message) {
        return new RowError(row, member, ErrorCode.OUT_OF_RANGE, message);
    }
}
