package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A saved order in short.
 *
 * @param itemIndex 0-based position in its file
 * @param totalAmount sum of the lines' currency amounts, net of tax
 */
public record OrderSummary(
        int itemIndex,
        long orderNumber,
        String transactionType,
        String customerId,
        @Nullable String externalOrderId,
        LocalDate orderDate,
        String currencyCode,
        int lineCount,
        BigDecimal totalAmount) {}
