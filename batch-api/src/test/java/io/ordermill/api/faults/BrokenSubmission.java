package io.ordermill.api.faults;

import io.ordermill.api.e2e.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A submission that is not answered, for the process is killed under it.
 *
 * @param point where it stands then; null for half of its file
 * @param key null for none
 * @param line dead at zero: until then the caller of half a file believes that the rest is on its way
 */
record BrokenSubmission(@Nullable HaltPoint point, @Nullable String key, MixedFile file, CountDownLatch line) {

    BrokenSubmission(@Nullable HaltPoint point, @Nullable String key, MixedFile file) {
        this(point, key, file, new CountDownLatch(1));
    }

    /** Whether it was stored, and only its answer is missing. */
    boolean isStored() {
        return point == HaltPoint.SUBMISSION_NOT_ANSWERED;
    }

    CompletableFuture<HttpResponse<String>> send(Caller client, String query) {
        return CompletableFuture.supplyAsync(
                () -> client.submit(body(), query, key), task -> new Thread(task, "submitting").start());
    }

    private BodyPublisher body() {
        byte[] bytes = file.bytes();
        return point != null
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2), new DeadEnd()));
    }

    private final class DeadEnd extends InputStream {

        @Override
        public int read() throws IOException {
            try {
                line.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
