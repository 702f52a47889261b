package io.ordermill.api.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordermill.core.order.OrderSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An order that succeeded in short: a saved one with a link to the whole of it, one of a dry run without. */
record SavedElement(OrderSummary order, @Nullable String link, JsonMapper json) implements ResultElement {

    static final List<String> COLUMNS = List.of(
            "itemIndex",
            "orderNumber",
            "transactionType",
            "customerId",
            "externalOrderId",
            "orderDate",
            "currencyCode",
            "lineCount",
            "totalAmount",
            "link");

    @Override
    public int itemIndex() {
        return order.itemIndex();
    }

    @Override
    public void writeJson(OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(View.of(order, link)));
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        View view = View.of(order, link);
        return List.of(Arrays.asList(
                view.itemIndex,
                view.orderNumber,
                view.transactionType,
                view.customerId,
                view.externalOrderId,
                view.orderDate,
                view.currencyCode,
                view.lineCount,
                view.totalAmount,
                link));
    }

    record View(
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

        static View of(OrderSummary summary, @Nullable String link) {
            return new View(
                    summary.itemIndex(),
                    summary.orderNumber(),
                    summary.transactionType(),
                    summary.customerId(),
                    summary.externalOrderId(),
                    summary.orderDate(),
                    summary.currencyCode(),
                    summary.lineCount(),
                    plain(summary.totalAmount()),
                    link == null ? null : new LinksView(link));
        }

        /** Without zeros behind the last decimal, and never in scientific notation. */
        private static BigDecimal plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record LinksView(String self) {}
}
