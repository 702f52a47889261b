package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One detail line (seed 001, Complete Example). Null is «not given»; in a {@link ValidOrder} product code, quantity, price
 * and currency amount are set.
 *
 * @param glAnalysis null where the member was not given
 */
public record OrderLine(
        @Nullable Long distributionKey,
        @Nullable String productCode,
        @Nullable String productDescription,
        @Nullable Boolean isBackToBackOrderUsedOnLine,
        @Nullable Long backToBackOrderNumber,
        @Nullable Boolean isCustomerAddressUsedOnBackToBackOrder,
        @Nullable BigDecimal currencyAmount,
        @Nullable BigDecimal lineDiscountPercent,
        @Nullable LocalDate lineDeliveryDate,
        @Nullable String status,
        @Nullable String backToBackOrderPriority,
        @Nullable BigDecimal price,
        @Nullable String productText,
        @Nullable BigDecimal quantity,
        @Nullable String accountingTemplate,
        @Nullable String unit,
        @Nullable List<GlAnalysis> glAnalysis) {

    public OrderLine {
        glAnalysis = glAnalysis == null ? null : List.copyOf(glAnalysis);
    }

    /** The same line with everything that was left to defaults filled in. */
    public OrderLine withDefaults(@Nullable String unit, BigDecimal price, BigDecimal currencyAmount) {
        return new OrderLine(
                distributionKey,
                productCode,
                productDescription,
                isBackToBackOrderUsedOnLine,
                backToBackOrderNumber,
                isCustomerAddressUsedOnBackToBackOrder,
                currencyAmount,
                lineDiscountPercent,
                lineDeliveryDate,
                status,
                backToBackOrderPriority,
                price,
                productText,
                quantity,
                accountingTemplate,
                unit,
                glAnalysis);
    }
}
