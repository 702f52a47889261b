package io.ordermill.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * How far an operation has come, as of its last committed page.
 *
 * @param totalItems elements of the file; null until it has been inspected
 * @param succeededItems orders saved; of a dry run, orders found valid
 * @param failedItems orders reported
 * @param databaseItems Σ(1 + 3 × lines) of the succeeded orders
 * @param heldItems orders of an atomic import that were found valid and are not saved, for not all of them are known to be
 *     valid yet, or are not. To callers they are unprocessed
 * @param heldDatabaseItems Σ(1 + 3 × lines) of the held ones
 */
public record Progress(
        @Nullable Integer totalItems,
        int succeededItems,
        int failedItems,
        long databaseItems,
        int heldItems,
        long heldDatabaseItems) {

    public static final Progress NONE = new Progress(null, 0, 0, 0);

    /** With nothing held back. */
    public Progress(@Nullable Integer totalItems, int succeededItems, int failedItems, long databaseItems) {
        this(totalItems, succeededItems, failedItems, databaseItems, 0, 0);
    }

    public int processedItems() {
        return succeededItems + failedItems;
    }

    public @Nullable Integer unprocessedItems() {
        return totalItems == null ? null : totalItems - processedItems();
    }

    /** The index of the next item to be judged: items are judged in file order and none is passed over. */
    public int nextItem() {
        return processedItems() + heldItems;
    }

    /** Every item of the file has been judged. */
    public boolean isJudged() {
        return totalItems != null && nextItem() == totalItems;
    }

    /** Counted against the limit of a batch, whether saved yet or not. */
    public long admittedDatabaseItems() {
        return databaseItems + heldDatabaseItems;
    }

    public Progress withTotal(int totalItems) {
        return new Progress(totalItems, succeededItems, failedItems, databaseItems, heldItems, heldDatabaseItems);
    }

    /**
     * One page further.
     *
     * @param databaseItems of all pages up to and with this one
     */
    public Progress plus(int saved, int failed, long databaseItems) {
        return new Progress(totalItems, succeededItems + saved, failedItems + failed, databaseItems);
    }

    /**
     * One page of an atomic import further, with its valid orders held back.
     *
     * @param databaseItems of all pages up to and with this one
     */
    public Progress plusHeld(int valid, int failed, long databaseItems) {
        return new Progress(totalItems, 0, failedItems + failed, 0, heldItems + valid, databaseItems);
    }

    /** Everything that was held back is saved. */
    public Progress released() {
        return new Progress(totalItems, succeededItems + heldItems, failedItems, databaseItems + heldDatabaseItems);
    }
}
