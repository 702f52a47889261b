package io.ordermill.worker.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of Spring Batch, which itself deletes nothing from them. */
@Component
class BatchDiary {

    /** It writes the local times of whichever process it ran in. */
    private static final Duration WIDEST_OFFSET = Duration.ofHours(24);

    private static final List<String> TABLES_OF_EXECUTIONS = List.of(
            "batch_step_execution_context where step_execution_id in ("
                    + "select step_execution_id from batch_step_execution where job_execution_id in (:ids))",
            "batch_step_execution where job_execution_id in (:ids)",
            "batch_job_execution_context where job_execution_id in (:ids)",
            "batch_job_execution_params where job_execution_id in (:ids)",
            "batch_job_execution where job_execution_id in (:ids)");

    private final JdbcClient jdbc;

    BatchDiary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Execution(long id, long instanceId) {}

    /**
     * Deletes executions that ended, or began and never ended, at least a day before a moment.
     *
     * @return how many; fewer than the limit only when none is left
     */
    @Transactional
    public int delete(Instant before, int limit) {
        List<Execution> executions = jdbc.sql("""
                        select job_execution_id, job_instance_id from batch_job_execution
                        where coalesce(end_time, create_time) < ? limit ?""")
                .params(LocalDateTime.ofInstant(before.minus(WIDEST_OFFSET), ZoneOffset.UTC), limit)
                .query((row, number) -> new Execution(row.getLong(1), row.getLong(2)))
                .list();
        if (!executions.isEmpty()) {
            delete(executions);
        }
        return executions.size();
    }

    private void delete(List<Execution> executions) {
        List<Long> ids = executions.stream().map(Execution::id).toList();
        TABLES_OF_EXECUTIONS.forEach(
                rows -> jdbc.sql("delete from " + rows).param("ids", ids).update());
        jdbc.sql("""
                delete from batch_job_instance where job_instance_id in (:ids) and not exists (
                    select 1 from batch_job_execution e where e.job_instance_id = batch_job_instance.job_instance_id)""")
                .param("ids", executions.stream().map(Execution::instanceId).toList())
                .update();
    }
}
