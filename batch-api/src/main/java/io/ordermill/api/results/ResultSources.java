package io.ordermill.api.results;

import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.OrderSummary;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.outcome.SucceededOrders;
import io.ordermill.core.outcome.UploadedItem;
import io.ordermill.core.outcome.UploadedItems;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the elements of each type come from. */
@Component
class ResultSources {

    private static final int PER_PAGE = 500;

    private final OutcomeStore outcomes;
    private final SucceededOrders orders;
    private final UnfinishedOrders unfinished;
    private final JsonMapper json;

    ResultSources(OutcomeStore outcomes, SucceededOrders orders, UnfinishedOrders unfinished, JsonMapper json) {
        this.outcomes = outcomes;
        this.orders = orders;
        this.unfinished = unfinished;
        this.json = json;
    }

    ResultSource open(ResultType type, Operation operation) throws IOException {
        return switch (type) {
            case FAILED -> failed(operation);
            case SUCCESS -> saved(operation, Links.ofCurrentRequest());
            case UNPROCESSED -> new Unprocessed(unfinished.unprocessed(operation));
        };
    }

    private ResultSource failed(Operation operation) {
        return new Pages(after -> outcomes.failures(operation.operationId(), after, PER_PAGE).stream()
                .map(FailedElement::new)
                .toList());
    }

    private ResultSource saved(Operation operation, Links links) {
        return new Pages(after -> orders.summaries(operation, after, PER_PAGE).stream()
                .map(order -> new SavedElement(order, link(operation, order, links), json))
                .toList());
    }

    /** Null where there is nothing to look at: a dry run saves no order. */
    private static @Nullable String link(Operation operation, OrderSummary order, Links links) {
        return operation.options().dryRun()
                ? null
                : links.order(operation.companyId(), Objects.requireNonNull(order.orderNumber()));
    }

    private record Unprocessed(UploadedItems items) implements ResultSource {

        @Override
        public @Nullable ResultElement next() throws IOException {
            UploadedItem item = items.next();
            return item == null ? null : new UnprocessedElement(item);
        }

        @Override
        public void close() throws IOException {
            items.close();
        }
    }
}
