package io.ordermill.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcOperationRemoval implements OperationRemoval {

    /** What is kept of the outcome of each item. */
    static final List<String> RESULT_TABLES =
            List.of("failed_item", "rehearsed_order", "rehearsed_series", "rehearsed_cycle");

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOperationRemoval(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean remove(UUID operationId) {
        return removeAll(jdbc.sql("""
                        select operation_id from batch_operation
                        where operation_id = ? and status in ('C', 'T', 'E') for update""").param(operationId).query(UUID.class).list()) == 1;
    }

    @Override
    @Transactional
    public int removeOperations(Instant endedBefore, int limit) {
        return removeAll(jdbc.sql("""
                        select operation_id from batch_operation
                        where finished_at < ? order by finished_at limit ?""")
                .params(column(endedBefore), limit)
                .query(UUID.class)
                .list());
    }

    private int removeAll(List<UUID> operationIds) {
        if (operationIds.isEmpty()) {
            return 0;
        }
        List<UUID> uploadIds = jdbc.sql("select upload_id from batch_operation where operation_id in (:ids)")
                .param("ids", operationIds)
                .query(UUID.class)
                .list();
        int removed = jdbc.sql("delete from batch_operation where operation_id in (:ids)")
                .param("ids", operationIds)
                .update();
        jdbc.sql("""
                delete from upload where upload_id in (:ids)
                and not exists (select 1 from batch_operation where batch_operation.upload_id = upload.upload_id)""").param("ids", uploadIds).update();
        return removed;
    }

    @Override
    @Transactional
    public int removeResults(Instant endedBefore, int limit) {
        List<UUID> operationIds = jdbc.sql("""
                        select operation_id from batch_operation
                        where finished_at < ? and results_deleted_at is null order by finished_at limit ?""")
                .params(column(endedBefore), limit)
                .query(UUID.class)
                .list();
        if (!operationIds.isEmpty()) {
            jdbc.sql("update batch_operation set results_deleted_at = :now where operation_id in (:ids)")
                    .param("now", column(clock.instant()))
                    .param("ids", operationIds)
                    .update();
            RESULT_TABLES.forEach(table -> jdbc.sql("delete from " + table + " where operation_id in (:ids)")
                    .param("ids", operationIds)
                    .update());
        }
        return operationIds.size();
    }

    @Override
    @Transactional
    public int removeUploads(Instant endedBefore, int limit) {
        List<UUID> uploadIds = jdbc.sql("""
                        select upload_id from upload
                        where content_deleted_at is null
                          and exists (select 1 from batch_operation o
                              where o.upload_id = upload.upload_id and o.finished_at < :before)
                          and not exists (select 1 from batch_operation o
                              where o.upload_id = upload.upload_id
                                and (o.finished_at is null or o.finished_at >= :before))
                        limit :limit""")
                .param("before", column(endedBefore))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (!uploadIds.isEmpty()) {
            jdbc.sql("update upload set content_deleted_at = :now where upload_id in (:ids)")
                    .param("now", column(clock.instant()))
                    .param("ids", uploadIds)
                    .update();
            jdbc.sql("delete from upload_chunk where upload_id in (:ids)")
                    .param("ids", uploadIds)
                    .update();
        }
        return uploadIds.size();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
