package io.ordermill.core.operation;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL: only what is asked for becomes a condition.
 *
 * <p>One branch for each company and status, each of which reads a page's worth of an index and stops. With «in» instead the
 * database would read every operation of every company and sort them, or walk through those of all others. A branch is sorted
 * by all columns of its index, also by those that are given, for only so H2 sees that the index is sorted already; and it
 * always has a lowest id, for H2 would else prefer the narrower index of the foreign key.
 */
record OperationQuery(String sql, Map<String, ?> parameters) {

    private static final String NEWEST_FIRST = "operation_id desc limit :limit";

    static OperationQuery of(OperationFilter filter) {
        Conditions common = common(filter);
        List<String> branches = new ArrayList<>();
        int number = 0;
        for (String company : filter.companyIds()) {
            common.parameters.put("company" + number, company);
            String ofCompany = "company_id = :company" + number++ + common.sql();
            if (isAnyStatus(filter)) {
                branches.add(ofCompany + " order by " + index(filter, "company_id") + NEWEST_FIRST);
            } else {
                // Letters of our own, written out: the database then knows which of them are rare.
                filter.statuses()
                        .forEach(status -> branches.add("status = '" + status.code() + "' and " + ofCompany
                                + " order by " + index(filter, "status, company_id") + NEWEST_FIRST));
            }
        }
        common.parameters.put("limit", filter.limit());
        return new OperationQuery(sql(branches), common.parameters);
    }

    private static String index(OperationFilter filter, String unlessRarer) {
        if (filter.label() != null) {
            return "company_id, label, ";
        }
        if (filter.submittedBy() != null) {
            return "company_id, submitted_by, ";
        }
        return filter.withErrors() && isAnyStatus(filter) ? "company_id, has_errors, " : unlessRarer + ", ";
    }

    private static String sql(List<String> branches) {
        if (branches.size() == 1) {
            return "select * from batch_operation where " + branches.get(0);
        }
        String ids = branches.stream()
                .map(branch -> "(select operation_id from batch_operation where " + branch + ")")
                .collect(joining(" union all "));
        return "select * from batch_operation where operation_id in (select operation_id from (" + ids
                + ") newest order by " + NEWEST_FIRST + ") order by operation_id desc";
    }

    private static boolean isAnyStatus(OperationFilter filter) {
        return filter.statuses().isEmpty() || filter.statuses().containsAll(EnumSet.allOf(OperationStatus.class));
    }

    private static Conditions common(OperationFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add("label = :label", "label", filter.label());
        conditions.add("submitted_by = :submittedBy", "submittedBy", filter.submittedBy());
        Instant from = filter.from() == null ? Instant.EPOCH : filter.from();
        conditions.add("operation_id >= :lowest", "lowest", OperationIds.lowest(from));
        if (filter.from() != null) {
            conditions.add("submitted_at >= :from", "from", OperationRow.column(from));
        }
        if (filter.until() != null) {
            conditions.add("submitted_at < :until", "until", OperationRow.column(filter.until()));
            conditions.add("operation_id < :above", "above", OperationIds.above(filter.until()));
        }
        conditions.add("operation_id < :before", "before", filter.before());
        conditions.add("operation_id = :operationId", "operationId", filter.operationId());
        conditions.add("has_errors = :errors", "errors", filter.withErrors() ? true : null);
        return conditions;
    }

    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String sql() {
            return conditions.stream().map(condition -> " and " + condition).collect(joining());
        }
    }
}
