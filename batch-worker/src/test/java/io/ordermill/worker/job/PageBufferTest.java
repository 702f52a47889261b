package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.order.EncodedOrder;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.PreparedItem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageBufferTest {

    private static final int MAX_PAGES = 2;
    private static final long MAX_MEMORY = 1_000;

    private final PageBuffer buffer = new PageBuffer(MAX_PAGES, MAX_MEMORY);

    @AfterEach
    void letNobodyWait() {
        buffer.close();
    }

    @Test
    void handsPagesOverInOrderAndThenNothing() {
        buffer.put(page(0));
        buffer.put(page(1));
        buffer.complete();

        assertThat(buffer.take()).isEqualTo(page(0));
        assertThat(buffer.take()).isEqualTo(page(1));
        assertThat(buffer.take()).isEmpty();
        assertThat(buffer.take()).isEmpty();
    }

    @Test
    void writerWaitsForAPage() {
        CompletableFuture<List<PreparedItem>> taken = waiting(buffer::take);

        buffer.put(page(0));

        assertThat(taken.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(page(0));
    }

    @Test
    void readerWaitsWhileThereAreEnoughPages() {
        buffer.put(page(0));
        buffer.put(page(1));
        CompletableFuture<Boolean> put = waiting(() -> buffer.put(page(2)));

        buffer.take();

        assertThat(put.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void readerWaitsForMemoryUntilThePageInHandIsDoneWith() {
        buffer.reserve(600);
        buffer.put(page(0));
        CompletableFuture<Boolean> reserved = waiting(() -> buffer.reserve(600));
        buffer.take();
        assertThat(reserved).as("the page is taken, but not yet written").isNotDone();

        CompletableFuture<List<PreparedItem>> next = waiting(buffer::take);

        assertThat(reserved.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
        buffer.put(page(1));
        assertThat(next.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(page(1));
    }

    @Test
    void aPageLargerThanTheMemoryPassesAlone() {
        assertThat(buffer.reserve(900)).isTrue();
        assertThat(buffer.reserve(900)).isTrue();
        assertThat(buffer.put(page(0))).isTrue();

        assertThat(buffer.take()).isEqualTo(page(0));
    }

    @Test
    void aFailureReachesTheWriterAfterThePagesBefore() {
        buffer.put(page(0));
        buffer.fail(new OutOfMemoryError("on purpose"));

        assertThat(buffer.take()).isEqualTo(page(0));
        assertThatThrownBy(buffer::take).hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void closingLetsBothGo() {
        buffer.reserve(900);
        buffer.put(page(0));
        buffer.put(page(1));
        CompletableFuture<Boolean> reserved = waiting(() -> buffer.reserve(900));
        CompletableFuture<Boolean> put = waiting(() -> buffer.put(page(2)));

        buffer.close();

        assertThat(reserved.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
        assertThat(put.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
    }

    /** Runs on another thread, and returns once that waits. */
    private static <T> CompletableFuture<T> waiting(Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(call.get()), "waiting");
        thread.setDaemon(true);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return result;
    }

    private static List<PreparedItem> page(int number) {
        OrderError error = OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "Not an object.");
        JudgedItem refused = new JudgedItem(number, JSON, new Judgement.Refused(null, List.of(error)));
        return List.of(new PreparedItem(refused, number, EncodedOrder.NONE));
    }

    private static final ItemBytes JSON = ItemBytes.of(new byte[] {'1'});
}
