package io.ordermill.core.order;

/** Admits orders in file order as long as their database items fit under the batch's limit. */
final class RowAdmission {

    private final long itemLimit;
    private long itemsAdmitted;

    RowAdmission(long itemLimit, long itemsAdmitted) {
        this.itemLimit = itemLimit;
        this.itemsAdmitted = itemsAdmitted;
    }

    /** Counts an order that fits; one that does not leaves room for a smaller one after it. */
    boolean admit(int databaseItems) {
        if (itemsAdmitted + databaseItems > itemLimit) {
            return false;
        }
        itemsAdmitted += databaseItems;
        return true;
    }

    long itemsAdmitted() {
        return itemsAdmitted;
    }
}
