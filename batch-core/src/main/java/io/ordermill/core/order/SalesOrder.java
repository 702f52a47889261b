package io.ordermill.core.order;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales order, member for member as in the Complete Example of seed 001. Null is «not given»; an empty text is kept as
 * given, so that it comes back as it went in, but means the same.
 *
 * @param period {@code YYYYMM}
 * @param orderLines empty where the member was not given
 */
public record SalesOrder(
        @Nullable String accountable,
        @Nullable String customerId,
        @Nullable Boolean isBackToBackOrderUsed,
        @Nullable Boolean isBilledAtProject,
        @Nullable String currencyCode,
        @Nullable Boolean isPartOfConsolidatedInvoice,
        @Nullable String externalReference,
        @Nullable String externalOrderId,
        @Nullable LocalDate followUp,
        @Nullable String notes,
        @Nullable LocalDate orderDate,
        @Nullable Long orderNumber,
        @Nullable String orderType,
        @Nullable Integer period,
        @Nullable String responsible,
        @Nullable String salesPerson,
        @Nullable String orderStatus,
        @Nullable String transactionType,
        @Nullable Dimensions defaultGLAnalysis,
        @Nullable DeliveryInformation deliveryInformation,
        @Nullable Invoicing invoicing,
        List<OrderLine> orderLines) {

    public SalesOrder {
        orderLines = List.copyOf(orderLines);
    }

    /** The same order with everything that was left to defaults filled in. */
    public SalesOrder withDefaults(
            String currencyCode, LocalDate orderDate, Integer period, List<OrderLine> orderLines) {
        return new SalesOrder(
                accountable,
                customerId,
                isBackToBackOrderUsed,
                isBilledAtProject,
                currencyCode,
                isPartOfConsolidatedInvoice,
                externalReference,
                externalOrderId,
                followUp,
                notes,
                orderDate,
                orderNumber,
                orderType,
                period,
                responsible,
                salesPerson,
                orderStatus,
                transactionType,
                defaultGLAnalysis,
                deliveryInformation,
                invoicing,
                orderLines);
    }
}
