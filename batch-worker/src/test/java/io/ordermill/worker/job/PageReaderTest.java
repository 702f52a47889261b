package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private final PageBuffer buffer = new PageBuffer(1, 1_000);

    @Test
    void endsWithTheFile() {
        try (PageReader reader = PageReader.start("test", buffer, into -> {})) {
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void reportsWhatBrokeOnItsThread() {
        try (PageReader reader = PageReader.start("test", buffer, into -> {
            throw new IOException("broken on purpose");
        })) {
            assertThatThrownBy(reader::next).hasRootCauseMessage("broken on purpose");
        }
    }

    @Test
    void closingEndsAThreadThatWaitsForRoom() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        PageReader reader = PageReader.start("test", buffer, into -> {
            while (into.reserve(900) && into.put(List.of())) {}
            ended.countDown();
        });

        reader.close();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
