package io.ordermill.core.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an operation stands in its row. */
final class OperationRow {

    private OperationRow() {}

    static Operation read(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getObject("operation_id", UUID.class),
                row.getString("company_id"),
                row.getString("submitted_by"),
                OperationStatus.ofCode(row.getString("status")),
                row.getInt("attempt"),
                new ImportOptions(
                        row.getBoolean("skip_workflow"),
                        row.getBoolean("ignore_unknown_fields"),
                        row.getString("label"),
                        row.getBoolean("dry_run"),
                        ErrorPolicy.ofCode(row.getString("error_policy")),
                        row.getObject("max_errors", Integer.class)),
                row.getString("file_name"),
                row.getObject("upload_id", UUID.class),
                row.getObject("retry_of", UUID.class),
                row.getObject("retried_by", UUID.class),
                progress(row),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "progress_at"),
                instant(row, "cancel_asked_at"),
                instant(row, "finished_at"),
                failure(row),
                instant(row, "results_deleted_at"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        Integer total = row.getObject("total_items", Integer.class);
        int valid = row.getInt("succeeded_items");
        int failed = row.getInt("failed_items");
        long databaseItems = row.getLong("database_items");
        return row.getBoolean("held_back")
                ? new Progress(total, 0, failed, 0, valid, databaseItems)
                : new Progress(total, valid, failed, databaseItems);
    }

    private static @Nullable OperationFailure failure(ResultSet row) throws SQLException {
        String code = row.getString("failure_code");
        return code == null
                ? null
                : new OperationFailure(
                        OperationFailure.Code.valueOf(code),
                        row.getString("failure_message"),
                        row.getObject("failure_item_index", Integer.class),
                        row.getObject("failure_line", Integer.class),
                        row.getObject("failure_column", Integer.class),
                        row.getObject("failure_byte_offset", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As precise as a column, so that what was stored and what is read back are equal. */
    static OffsetDateTime now(Clock clock) {
        return column(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
