package io.ordermill.api.console.operations;

import io.ordermill.api.console.Figures;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation in the list.
 *
 * @param name its label, or the name of its file, or neither
 * @param fileName null where it is the name already
 * @param processed of how many, in words
 * @param rate null until it is known
 * @param time left or taken, in words; null where neither can be told
 * @param isOpen it may still change
 */
record OperationRow(
        UUID id,
        Status status,
        String name,
        @Nullable String fileName,
        String companyId,
        Bar bar,
        String processed,
        @Nullable String rate,
        @Nullable String time,
        int errors,
        Instant submittedAt,
        String submittedBy,
        boolean isOpen) {

    static OperationRow of(Operation operation, Links links, Instant now) {
        OperationView view = OperationView.of(operation, links);
        String label = operation.options().label();
        BigDecimal rate = view.itemsPerSecond();
        return new OperationRow(
                operation.operationId(),
                Status.of(operation),
                name(operation),
                label == null ? null : operation.fileName(),
                operation.companyId(),
                Bar.of(operation.progress()),
                processed(operation),
                rate == null ? null : Figures.perSecond(rate),
                time(view, now),
                operation.progress().failedItems(),
                operation.submittedAt(),
                operation.submittedBy(),
                !operation.status().isTerminal());
    }

    static String name(Operation operation) {
        String label = operation.options().label();
        if (label != null) {
            return label;
        }
        String fileName = operation.fileName();
        return fileName == null ? "Unnamed file" : fileName;
    }

    private static String processed(Operation operation) {
        Integer total = operation.progress().totalItems();
        String processed = Figures.count(operation.progress().processedItems());
        return total == null ? processed : processed + " of " + Figures.count(total);
    }

    static @Nullable String time(OperationView view, Instant now) {
        Instant end = view.estimatedFinishAt();
        if (end != null) {
            Duration left = Duration.between(now, end);
            return left.isNegative() ? "almost done" : Figures.span(left) + " left";
        }
        return view.startedAt() == null || view.finishedAt() == null
                ? null
                : "took " + Figures.span(Duration.between(view.startedAt(), view.finishedAt()));
    }
}
