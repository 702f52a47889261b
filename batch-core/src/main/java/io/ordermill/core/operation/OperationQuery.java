package io.ordermill.core.operation;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only what is asked for becomes a condition. */
record OperationQuery(String sql, Map<String, ?> parameters) {

    static OperationQuery of(OperationFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add("company_id in (:companies)", "companies", filter.companyIds());
        conditions.add("status in (:statuses)", "statuses", codes(filter));
        conditions.add("label = :label", "label", filter.label());
        conditions.add("submitted_by = :submittedBy", "submittedBy", filter.submittedBy());
        conditions.add(
                "submitted_at >= :from", "from", filter.from() == null ? null : OperationRow.column(filter.from()));
        conditions.add(
                "submitted_at < :until", "until", filter.until() == null ? null : OperationRow.column(filter.until()));
        conditions.add("operation_id < :before", "before", filter.before());
        conditions.parameters.put("limit", filter.limit());
        return new OperationQuery(
                "select * from batch_operation where " + String.join(" and ", conditions.sql)
                        + " order by operation_id desc limit :limit",
                conditions.parameters);
    }

    private static @Nullable Object codes(OperationFilter filter) {
        return filter.statuses().isEmpty()
                ? null
                : filter.statuses().stream().map(OperationStatus::code).collect(toSet());
    }

    private static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sql.add(condition);
                parameters.put(name, value);
            }
        }
    }
}
