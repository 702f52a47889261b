package io.ordermill.core.order;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Finds which numbers and external ids of a page belong to saved orders: one query by set for each. */
@Repository
class TakenKeys {

    private final JdbcTemplate jdbc;

    TakenKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Taken(Set<Long> numbers, Set<String> externalIds) {

        Taken and(Taken others) {
            return new Taken(union(numbers, others.numbers), union(externalIds, others.externalIds));
        }

        private static <T> Set<T> union(Set<T> some, Set<T> others) {
            Set<T> all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** Keys of which it is to be found out whether they are taken. */
    record Asked(Set<Long> numbers, Set<String> externalIds) {

        /**
         * The numbers given or planned and, where they are to be unique, the external ids given.
         *
         * @param items also refused ones, so that a caller sees all errors of an order at once
         * @param planned numbers drawn for orders of the page
         */
        static Asked of(List<PreparedItem> items, Collection<Long> planned, boolean uniqueExternalIds) {
            Set<Long> numbers = new LinkedHashSet<>(planned);
            Set<String> externalIds = new LinkedHashSet<>();
            keys(items).forEach(keys -> {
                add(numbers, keys.orderNumber());
                add(externalIds, uniqueExternalIds ? keys.externalOrderId() : null);
            });
            return new Asked(numbers, externalIds);
        }
    }

    /** Finds those that belong to saved orders. */
    Taken find(String companyId, Asked asked) {
        return new Taken(numbers(companyId, asked.numbers), externalIds(companyId, asked.externalIds));
    }

    private static Stream<OrderKeys> keys(List<PreparedItem> items) {
        return items.stream()
                .flatMap(item -> Stream.ofNullable(keys(item.judged().judgement())));
    }

    private static @Nullable OrderKeys keys(Judgement judgement) {
        return judgement instanceof Judgement.Accepted accepted
                ? OrderKeys.of(accepted.order().order())
                : ((Judgement.Refused) judgement).keys();
    }

    private static <T> void add(Set<T> keys, @Nullable T key) {
        if (key != null) {
            keys.add(key);
        }
    }

    private Set<Long> numbers(String companyId, Set<Long> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "select order_number from sales_order where company_id = ? and order_number = any(?)",
                        Long.class,
                        companyId,
                        new SqlArrayValue("bigint", numbers.toArray())));
    }

    private Set<String> externalIds(String companyId, Set<String> externalIds) {
        return externalIds.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        """
                        select unique_external_order_id from sales_order
                        where company_id = ? and unique_external_order_id = any(?)""", String.class, companyId, new SqlArrayValue("varchar", externalIds.toArray())));
    }
}
