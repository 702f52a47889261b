package io.ordermill.api.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The orders that succeeded in short: the saved ones with a link to the whole, those of a dry run without. */
@Component
class SavedOrders {

    private final OrderStore orders;
    private final OrderPageRehearsal rehearsal;
    private final JsonMapper json;

    SavedOrders(OrderStore orders, OrderPageRehearsal rehearsal, JsonMapper json) {
        this.orders = orders;
        this.rehearsal = rehearsal;
        this.json = json;
    }

    /** Writes one page; returns the index of its last item, or the given one where there are no more. */
    int write(Operation operation, int afterIndex, int limit, Links links, JsonArrayStream array) throws IOException {
        List<OrderSummary> page = summaries(operation, afterIndex, limit);
        for (OrderSummary summary : page) {
            LinksView link = operation.options().dryRun() ? null : link(operation, summary, links);
            array.element().write(json.writeValueAsString(SummaryView.of(summary, link)));
        }
        return page.isEmpty() ? afterIndex : page.get(page.size() - 1).itemIndex();
    }

    private List<OrderSummary> summaries(Operation operation, int afterIndex, int limit) {
        if (operation.options().dryRun()) {
            // What an atomic import holds back for the sake of another order has not succeeded.
            return operation.progress().heldItems() > 0
                    ? List.of()
                    : rehearsal.summaries(operation.operationId(), afterIndex, limit);
        }
        return orders.summaries(operation.operationId(), afterIndex, limit);
    }

    private static LinksView link(Operation operation, OrderSummary summary, Links links) {
        return new LinksView(links.order(operation.companyId(), Objects.requireNonNull(summary.orderNumber())));
    }

    record SummaryView(
            int itemIndex,
            @Nullable Long orderNumber,
            String transactionType,
            String customerId,
            @Nullable String externalOrderId,
            LocalDate orderDate,
            String currencyCode,
            int lineCount,
            BigDecimal totalAmount,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LinksView links) {

        static SummaryView of(OrderSummary summary, @Nullable LinksView link) {
            return new SummaryView(
                    summary.itemIndex(),
                    summary.orderNumber(),
                    summary.transactionType(),
                    summary.customerId(),
                    summary.externalOrderId(),
                    summary.orderDate(),
                    summary.currencyCode(),
                    summary.lineCount(),
                    plain(summary.totalAmount()),
                    link);
        }

        /** Without zeros behind the last decimal, and never in scientific notation. */
        private static BigDecimal plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record LinksView(String self) {}
}
