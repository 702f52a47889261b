package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that submits a file, keeps asking what becomes of it, and remembers every answer. */
final class WatchedImport implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int ASKS_EVERY_MILLIS = 25;
    private static final int OK = 200;

    /** One thread for all: the more imports, the less often each is asked about. */
    private static final ScheduledExecutorService ASKER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "asking");
        thread.setDaemon(true);
        return thread;
    });

    private final Supplier<Caller> caller;
    private final MixedFile file;
    private final boolean bystander;
    private final UUID operationId;
    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private final Future<?> asking;

    private WatchedImport(Supplier<Caller> caller, MixedFile file, UUID operationId, boolean bystander) {
        this.caller = caller;
        this.file = file;
        this.bystander = bystander;
        this.operationId = operationId;
        this.asking = ASKER.scheduleWithFixedDelay(this::ask, 0, ASKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param caller asked anew each time, for the API may come back at another address */
    static WatchedImport submit(Supplier<Caller> caller, MixedFile file) {
        return of(caller, file, submit(caller.get(), file, "?skipWorkflow=true"));
    }

    /** One that was submitted already. */
    static WatchedImport of(Supplier<Caller> caller, MixedFile file, UUID operationId) {
        return new WatchedImport(caller, file, operationId, false);
    }

    /** An import that no fault is meant for, of the other kind. */
    static WatchedImport submitBystander(Supplier<Caller> caller, MixedFile file) {
        return new WatchedImport(caller, file, submit(caller.get(), file, "?skipWorkflow=false"), true);
    }

    private static UUID submit(Caller caller, MixedFile file, String query) {
        return UUID.fromString(caller.accepted(file.bytes(), query));
    }

    UUID operationId() {
        return operationId;
    }

    int size() {
        return file.size();
    }

    // An API that is down or refuses is no sighting; whether the import gets on is asked of those there are.
    private void ask() {
        try {
            HttpResponse<String> answer = caller.get().get("/v1/batch-operations/" + operationId + "/status");
            if (answer.statusCode() == OK) {
                remember(Sighting.of(Caller.json(answer)));
            }
        } catch (UncheckedIOException e) {
            return;
        }
    }

    private void remember(Sighting sighting) {
        if (sightings.isEmpty() || !last().equals(sighting)) {
            sightings.add(sighting);
        }
    }

    private @Nullable Sighting lastOrNone() {
        return sightings.isEmpty() ? null : last();
    }

    Sighting last() {
        return sightings.get(sightings.size() - 1);
    }

    /** Waits until it is seen so far, or at its end. */
    Sighting awaitThat(Predicate<Sighting> condition) {
        await().atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(ASKS_EVERY_MILLIS))
                .until(this::lastOrNone, seen -> seen != null && (condition.test(seen) || seen.isEnd()));
        return last();
    }

    Sighting awaitProcessed(int items) {
        return awaitThat(seen -> seen.processed() >= items);
    }

    Sighting awaitEnd() {
        return awaitThat(Sighting::isEnd);
    }

    /** Cancels and gives back the answer's status code. */
    int cancel() {
        return caller.get()
                .post("/v1/batch-operations/" + operationId + "/cancel")
                .statusCode();
    }

    /** Ends the asking and reads the results, if there are any. */
    Evidence evidence() {
        close();
        ask();
        return new Evidence(operationId, file.items(), List.copyOf(sightings), results(), bystander);
    }

    private @Nullable Listing results() {
        if (sightings.isEmpty() || !last().isEnd()) {
            return null;
        }
        return Listing.of(Caller.json(read("success")), Caller.json(read("failed")));
    }

    private HttpResponse<String> read(String type) {
        HttpResponse<String> answer = caller.get().get("/v1/batch-operations/" + operationId + "/results?type=" + type);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
        return answer;
    }

    @Override
    public void close() {
        asking.cancel(false);
        // Behind the question that may be on its way.
        CompletableFuture.runAsync(() -> {}, ASKER).join();
    }
}
