package io.ordermill.api.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no single import can show: numbers of a company (I4), parts without an order (I3) and what is left behind (I8). */
final class DatabaseCheck {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final List<Violation> violations = new ArrayList<>();

    private DatabaseCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lostPages how many pages of each company may have been broken off */
    static List<Violation> violations(JdbcClient jdbc, List<Evidence> imports, int lostPages) {
        DatabaseCheck check = new DatabaseCheck(jdbc);
        List<UUID> operations = imports.stream().map(Evidence::operationId).toList();
        check.numbers(operations, lostPages);
        check.partsWithoutOrder();
        check.leftBehind(operations);
        return check.violations;
    }

    private void requireNone(Invariant invariant, String what, JdbcClient.StatementSpec rows) {
        List<String> found = rows.query(String.class).list();
        if (!found.isEmpty()) {
            violations.add(new Violation(invariant, "%s: %s".formatted(what, found)));
        }
    }

    private void numbers(List<UUID> operations, int lostPages) {
        requireNone(Invariant.I4, "company and number", jdbc.sql("""
                select company_id || ' ' || order_number from sales_order
                where company_id in (select company_id from batch_operation where operation_id in (:operations))
                group by company_id, order_number having count(*) > 1
                """).param("operations", operations));
        requireNone(
                Invariant.I4,
                "more numbers missing than the pages lost explain",
                jdbc.sql("""
                select company_id || ': ' || missing from (
                    select company_id, sum(next_number - first_number - (
                        select count(*) from sales_order o
                        where o.company_id = s.company_id
                          and o.order_number >= s.first_number and o.order_number < s.next_number)) as missing
                    from number_series s
                    where next_number is not null
                      and company_id in (select company_id from batch_operation where operation_id in (:operations))
                    group by company_id) gaps
                where missing > :explained
                """).param("operations", operations).param("explained", lostPages * PAGE));
    }

    private void partsWithoutOrder() {
        for (String part : List.of("sales_order_line", "gl_posting", "workflow_task")) {
            requireNone(Invariant.I3, part + " without order", jdbc.sql("""
                    select distinct cast(order_id as varchar) from %s p
                    where not exists (select 1 from sales_order o where o.order_id = p.order_id)
                    """.formatted(part)));
        }
    }

    private void leftBehind(List<UUID> operations) {
        List<String> ids = operations.stream().map(UUID::toString).toList();
        requireNone(
                Invariant.I8,
                "queue entries",
                jdbc.sql("select task_instance from scheduled_tasks where task_instance in (:ids)")
                        .param("ids", ids));
        requireNone(Invariant.I8, "executions left running", jdbc.sql("""
                select p.parameter_value || ' execution ' || e.job_execution_id || ' ' || e.status
                from batch_job_execution e join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                where p.parameter_name = 'operationId' and p.parameter_value in (:ids)
                  and (e.status in ('STARTING', 'STARTED', 'STOPPING') or exists (
                      select 1 from batch_step_execution s
                      where s.job_execution_id = e.job_execution_id and s.status in ('STARTING', 'STARTED', 'STOPPING')))
                """).param("ids", ids));
        requireNone(Invariant.I8, "uploads without operation", jdbc.sql("""
                select cast(upload_id as varchar) from upload u
                where not exists (select 1 from batch_operation o where o.upload_id = u.upload_id)
                """));
    }
}
