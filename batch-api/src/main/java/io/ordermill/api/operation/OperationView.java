package io.ordermill.api.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its caller sees it.
 *
 * @param processorResult null until the end
 * @param progressPercent one decimal, rounded down, so that 100.0 means all; null while the total is unknown
 * @param itemsPerSecond null until something has been processed
 * @param estimatedFinishAt null unless it can be told
 * @param retryOf the operation whose orders this one takes up; null for one that is no retry
 * @param retriedBy the operation that takes up what this one left; null where there is none
 */
@Schema(example = OperationView.EXAMPLE)
public record OperationView(
        UUID batchRequestId,
        String status,
        String statusCode,
        @Nullable String processorResult,
        String companyId,
        boolean skipWorkflow,
        boolean dryRun,
        String errorPolicy,
        @Nullable String fileName,
        @Nullable String label,
        @Nullable Integer totalItems,
        int processedItems,
        int succeededItems,
        int validationErrorCount,
        @Nullable Integer unprocessedItems,
        long databaseItems,
        @Nullable BigDecimal progressPercent,
        @Nullable BigDecimal itemsPerSecond,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant estimatedFinishAt,
        String submittedBy,
        @Nullable UUID retryOf,
        @Nullable UUID retriedBy,
        @Nullable FailureView failure,
        LinksView links) {

    static final String EXAMPLE = """
            {"batchRequestId": "01998f3a-6c1e-7b02-a3f4-5d6e7f809112", "status": "InProgress", "statusCode": "W",
             "processorResult": null, "companyId": "1", "skipWorkflow": true, "dryRun": false, "errorPolicy": "partial",
             "fileName": "orders.json.gz", "label": "night run", "totalItems": 50000, "processedItems": 12300,
             "succeededItems": 12298, "validationErrorCount": 2, "unprocessedItems": 37700, "databaseItems": 381238,
             "progressPercent": 24.6, "itemsPerSecond": 8100.0, "submittedAt": "2026-11-21T20:00:00Z",
             "startedAt": "2026-11-21T20:00:00.2Z", "finishedAt": null, "estimatedFinishAt": "2026-11-21T20:00:06Z",
             "submittedBy": "loader-1", "retryOf": null, "retriedBy": null, "failure": null,
             "links": {
               "self": "https://orders.example.com/v1/batch-operations/01998f3a-6c1e-7b02-a3f4-5d6e7f809112/status",
               "results": "https://orders.example.com/v1/batch-operations/01998f3a-6c1e-7b02-a3f4-5d6e7f809112/results",
               "successes":
                 "https://orders.example.com/v1/batch-operations/01998f3a-6c1e-7b02-a3f4-5d6e7f809112/results?type=success",
               "cancel": "https://orders.example.com/v1/batch-operations/01998f3a-6c1e-7b02-a3f4-5d6e7f809112/cancel"}}
            """;

    public static OperationView of(Operation operation, Links links) {
        Progress progress = operation.progress();
        Speed speed = Speed.of(operation);
        return new OperationView(
                operation.operationId(),
                operation.status().label(),
                operation.status().code(),
                processorResult(operation),
                operation.companyId(),
                operation.options().skipWorkflow(),
                operation.options().dryRun(),
                operation.options().errorPolicy().code(),
                operation.fileName(),
                operation.options().label(),
                progress.totalItems(),
                progress.processedItems(),
                progress.succeededItems(),
                progress.failedItems(),
                progress.unprocessedItems(),
                progress.databaseItems(),
                speed.percent(),
                speed.itemsPerSecond(),
                operation.submittedAt(),
                operation.startedAt(),
                operation.finishedAt(),
                speed.estimatedFinishAt(),
                operation.submittedBy(),
                operation.retryOf(),
                operation.retriedBy(),
                FailureView.of(operation.failure()),
                LinksView.of(operation.operationId(), links));
    }

    private static @Nullable String processorResult(Operation operation) {
        return switch (operation.status()) {
            case PENDING, IN_PROGRESS, CANCELLING -> null;
            case CANCELLED -> OperationStatus.CANCELLED.label();
            case FAILED -> OperationStatus.FAILED.label();
            case COMPLETED -> operation.progress().failedItems() == 0 ? "Success" : "SuccessWithValidationErrors";
        };
    }

    /** Why an operation failed; places that cannot be named are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FailureView(
            OperationFailure.Code code,
            String message,
            @Nullable Integer itemIndex,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable Long byteOffset) {

        static @Nullable FailureView of(@Nullable OperationFailure failure) {
            return failure == null
                    ? null
                    : new FailureView(
                            failure.code(),
                            failure.message(),
                            failure.itemIndex(),
                            failure.line(),
                            failure.column(),
                            failure.byteOffset());
        }
    }

    /** Where to go from here, absolute. */
    public record LinksView(String self, String results, String successes, String cancel) {

        static LinksView of(UUID id, Links links) {
            return new LinksView(
                    links.operation(id, "status"),
                    links.operation(id, "results"),
                    links.successes(id),
                    links.operation(id, "cancel"));
        }
    }
}
