package io.ordermill.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * How far an operation has come, as of its last committed page.
 *
 * @param totalItems elements of the file; null until it has been inspected
 * @param succeededItems orders saved
 * @param failedItems orders reported
 * @param databaseItems Σ(1 + 3 × lines) of the saved orders
 */
public record Progress(@Nullable Integer totalItems, int succeededItems, int failedItems, long databaseItems) {

    public static final Progress NONE = new Progress(null, 0, 0, 0);

    /** Also the index of the next item: items are processed in file order and none is passed over. */
    public int processedItems() {
        return succeededItems + failedItems;
    }

    public @Nullable Integer unprocessedItems() {
        return totalItems == null ? null : totalItems - processedItems();
    }

    public Progress withTotal(int totalItems) {
        return new Progress(totalItems, succeededItems, failedItems, databaseItems);
    }

    /**
     * One page further.
     *
     * @param databaseItems of all pages up to and with this one
     */
    public Progress plus(int saved, int failed, long databaseItems) {
        return new Progress(totalItems, succeededItems + saved, failedItems + failed, databaseItems);
    }
}
