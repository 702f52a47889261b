package io.ordermill.worker;

import io.ordermill.core.order.PageContext;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Holds a worker inside the transaction of one page, until the test lets it go. */
final class HeldPage implements Consumer<PageContext> {

    private static final int ITEMS_OF_A_PAGE = 100 * 4;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final long itemsBefore;

    /** @param pageNumber from 0, of pages of orders with one line */
    HeldPage(int pageNumber) {
        this.itemsBefore = (long) pageNumber * ITEMS_OF_A_PAGE;
    }

    @Override
    public void accept(PageContext page) {
        if (page.itemsAdmitted() == itemsBefore) {
            reached.countDown();
            Waiting.at(released);
        }
    }

    void awaitReached() {
        Waiting.at(reached);
    }

    void release() {
        released.countDown();
    }
}
