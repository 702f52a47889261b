package io.ordermill.api.benchmark;

import io.ordermill.api.e2e.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask for one operation's status again and again, evenly spread over the interval between two polls. A poll is
 * timed from the moment it was due, so that one that had to wait behind others is not made short.
 */
final class Pollers implements AutoCloseable {

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final List<Duration> polls = Collections.synchronizedList(new ArrayList<>());
    private final Queue<CompletableFuture<?>> asked = new ConcurrentLinkedQueue<>();
    private final long interval;
    private final Caller caller;
    private final String operationId;

    private Pollers(Duration interval, Caller caller, String operationId) {
        this.interval = interval.toNanos();
        this.caller = caller;
        this.operationId = operationId;
    }

    static Pollers start(int clients, Duration interval, Caller caller, String operationId) {
        Pollers pollers = new Pollers(interval, caller, operationId);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            long offset = pollers.interval * client / clients;
            Client one = pollers.new Client(start + offset);
            pollers.timers.add(pollers.clock.scheduleAtFixedRate(
                    one, start + offset - System.nanoTime(), pollers.interval, TimeUnit.NANOSECONDS));
        }
        return pollers;
    }

    private final class Client implements Runnable {

        private long due;

        Client(long firstDue) {
            this.due = firstDue;
        }

        @Override
        public void run() {
            long from = due;
            due += interval;
            asked.add(caller.askStatus(operationId).whenComplete((answer, failure) -> record(from, answer)));
        }
    }

    private void record(long from, @Nullable HttpResponse<String> answer) {
        if (answer != null && answer.statusCode() == 200) {
            polls.add(Duration.ofNanos(System.nanoTime() - from));
        }
    }

    /** Ends them, insists that every poll was answered, and gives back how long each took. */
    List<Duration> stop() {
        close();
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        if (polls.size() != asked.size()) {
            throw new IllegalStateException((asked.size() - polls.size()) + " polls were not answered with a status");
        }
        return new ArrayList<>(polls);
    }

    @Override
    public void close() {
        timers.forEach(timer -> timer.cancel(false));
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
