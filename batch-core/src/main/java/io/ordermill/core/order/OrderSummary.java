package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order in short, saved or only rehearsed.
 *
 * @param itemIndex 0-based position in its file
 * @param orderNumber null for one that would be assigned
 * @param totalAmount sum of the lines' currency amounts, net of tax
 */
public record OrderSummary(
        int itemIndex,
        @Nullable Long orderNumber,
        String transactionType,
        String customerId,
        @Nullable String externalOrderId,
        LocalDate orderDate,
        String currencyCode,
        int lineCount,
        BigDecimal totalAmount) {}
