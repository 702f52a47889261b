package io.ordermill.worker.maintenance;

import io.ordermill.core.idempotency.IdempotencyKeyStore;
import io.ordermill.core.retention.OperationRemoval;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes what is older than the settings say, the oldest first, until nothing is left or the process is to end. */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** An upload may have 256 MiB and results several hundred thousand rows. */
    private static final int OPERATIONS_AT_A_TIME = 5;

    private static final int ROWS_AT_A_TIME = 100;

    private final OperationRemoval operations;
    private final IdempotencyKeyStore keys;
    private final BatchDiary diary;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            OperationRemoval operations,
            IdempotencyKeyStore keys,
            BatchDiary diary,
            RetentionSettings settings,
            Clock clock) {
        this.operations = operations;
        this.keys = keys;
        this.diary = diary;
        this.settings = settings;
        this.clock = clock;
    }

    public void run(BooleanSupplier toEnd) {
        Instant now = clock.instant();
        // Of an old operation nothing is deleted twice: whole ones come first.
        sweep(
                "operations",
                OPERATIONS_AT_A_TIME,
                toEnd,
                limit -> operations.removeOperations(now.minus(settings.operations()), limit));
        sweep(
                "results of operations",
                OPERATIONS_AT_A_TIME,
                toEnd,
                limit -> operations.removeResults(now.minus(settings.results()), limit));
        sweep(
                "uploads",
                OPERATIONS_AT_A_TIME,
                toEnd,
                limit -> operations.removeUploads(now.minus(settings.uploads()), limit));
        sweep("idempotency keys", ROWS_AT_A_TIME, toEnd, keys::deleteExpired);
        sweep("job executions", ROWS_AT_A_TIME, toEnd, limit -> diary.delete(now.minus(settings.operations()), limit));
    }

    private static void sweep(String what, int limit, BooleanSupplier toEnd, IntUnaryOperator step) {
        int all = 0;
        int deleted = limit;
        while (deleted == limit && !toEnd.getAsBoolean()) {
            deleted = step.applyAsInt(limit);
            all += deleted;
        }
        if (all > 0) {
            LOG.info("deleted {} {} that had been kept long enough", all, what);
        }
    }
}
