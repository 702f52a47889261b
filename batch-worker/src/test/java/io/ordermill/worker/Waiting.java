package io.ordermill.worker;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;

/** Waits with a deadline. */
final class Waiting {

    private static final int SECONDS_AT_MOST = 60;

    private Waiting() {}

    static void at(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS_AT_MOST, SECONDS)) {
                throw new AssertionError("nothing happened");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void at(CyclicBarrier barrier) {
        try {
            barrier.await(SECONDS_AT_MOST, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other one did not come", e);
        }
    }
}
