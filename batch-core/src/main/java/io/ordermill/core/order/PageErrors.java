package io.ordermill.core.order;

/** What only the store can hold against an order. */
final class PageErrors {

    private PageErrors() {}

    static OrderError numberInUse(long number) {
        return OrderError.of(ErrorCode.ORDER_NUMBER_IN_USE, "/orderNumber", "Order number in use !", number);
    }

    static OrderError externalIdInUse(String externalId) {
        return OrderError.of(
                ErrorCode.EXTERNAL_ORDER_ID_IN_USE,
                "/externalOrderId",
                "The external order id " + OrderError.excerpt(externalId) + " is in use.",
                externalId);
    }

    static OrderError rowLimitExceeded(long limit) {
        return OrderError.of(
                ErrorCode.ROW_LIMIT_EXCEEDED,
                "",
                "The number of items to be saved will exceed the maximum allowed limit of " + limit + ".");
    }

    static OrderError seriesExhausted(String series) {
        return OrderError.of(
                ErrorCode.NUMBER_SERIES_EXHAUSTED,
                "/orderNumber",
                "The number series " + series + " has no number left.");
    }

    static OrderError noPostingCycle(String companyId) {
        return OrderError.of(
                ErrorCode.NO_POSTING_CYCLE, "", "The company " + companyId + " has no posting cycle left.");
    }
}
