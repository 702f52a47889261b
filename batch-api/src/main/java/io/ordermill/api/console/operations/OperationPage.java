package io.ordermill.api.console.operations;

import io.ordermill.api.client.Scope;
import io.ordermill.api.console.Figures;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.security.Caller;
import io.ordermill.api.submit.Retries;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.QueueWatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a page of its own.
 *
 * @param unprocessed null until the file has been counted
 * @param remaining a word for the unprocessed orders
 * @param rate null until it is known
 * @param held by which worker; null where by none, or by one that has only just taken it
 * @param judged orders, also those an atomic import holds back, which do not count as processed yet
 * @param changedAt when its numbers were as they are; null before the first page
 * @param time left or taken, in words; null where neither can be told
 * @param mayRetry as soon as there is something to retry
 */
record OperationPage(
        OperationView view,
        String name,
        Status status,
        Bar bar,
        @Nullable Integer unprocessed,
        String remaining,
        @Nullable String rate,
        @Nullable String time,
        int judged,
        @Nullable Instant changedAt,
        List<Moment> moments,
        int attempt,
        QueueWatch.@Nullable Held held,
        boolean isOpen,
        boolean hasResults,
        boolean canCancel,
        boolean canRetry,
        boolean mayRetry) {

    static OperationPage of(
            Operation operation, QueueWatch.@Nullable Held held, Caller caller, Links links, Instant now) {
        OperationView view = OperationView.of(operation, links);
        boolean mayImport = caller.has(Scope.ORDERS_IMPORT);
        boolean isOpen = !operation.status().isTerminal();
        return new OperationPage(
                view,
                OperationRow.name(operation),
                Status.of(operation),
                Bar.of(operation.progress()),
                view.unprocessedItems(),
                isOpen ? "Remaining" : "Not processed",
                view.itemsPerSecond() == null ? null : Figures.perSecond(view.itemsPerSecond()),
                OperationRow.time(view, now),
                operation.progress().nextItem(),
                operation.progressAt(),
                Moment.of(operation),
                operation.attempt(),
                held,
                isOpen,
                operation.resultsDeletedAt() == null,
                isOpen && operation.status() != OperationStatus.CANCELLING && caller.has(Scope.OPERATIONS_CANCEL),
                Retries.isWorthwhile(operation) && mayImport,
                mayImport);
    }
}
