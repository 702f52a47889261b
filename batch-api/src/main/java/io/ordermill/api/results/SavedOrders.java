package io.ordermill.api.results;

import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The saved orders in short, each with a link to the whole of it. */
@Component
class SavedOrders {

    private final OrderStore orders;
    private final JsonMapper json;

    SavedOrders(OrderStore orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /** Writes one page; returns the index of its last item, or the given one where there are no more. */
    int write(Operation operation, int afterIndex, int limit, Links links, JsonArrayStream array) throws IOException {
        List<OrderSummary> page = orders.summaries(operation.operationId(), afterIndex, limit);
        for (OrderSummary summary : page) {
            String link = links.order(operation.companyId(), summary.orderNumber());
            array.element().write(json.writeValueAsString(SummaryView.of(summary, link)));
        }
        return page.isEmpty() ? afterIndex : page.get(page.size() - 1).itemIndex();
    }

    record SummaryView(
            int itemIndex,
            long orderNumber,
            String transactionType,
            String customerId,
            @Nullable String externalOrderId,
            LocalDate orderDate,
            String currencyCode,
            int lineCount,
            BigDecimal totalAmount,
            LinksView links) {

        static SummaryView of(OrderSummary summary, String link) {
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
                    new LinksView(link));
        }

        /** Without zeros behind the last decimal, and never in scientific notation. */
        private static BigDecimal plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record LinksView(String self) {}
}
