package io.ordermill.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.EventListener;
import io.ordermill.api.testing.EventListener.Event;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventsTest extends ApiTest {

    private static final int MORE_THAN_THERE_IS_TIME_FOR = Integer.MAX_VALUE;

    @Autowired
    private OperationQueue queue;

    @Autowired
    private EventStreams streams;

    private Http caller;

    @BeforeEach
    void caller() {
        caller = newCaller();
        await().until(() -> streams.size() == 0);
    }

    @Test
    void tellsEachChangeAndEndsAfterTheLast() {
        String id = submitted();
        try (EventListener listener = caller.listen(events(id))) {
            Event pending = listener.next();
            Claim claim = claim(id);
            Event taken = listener.next();
            queue.recordTotal(claim, 2);
            queue.advance(claim, Progress.NONE.withTotal(2).plus(1, 1, 4));
            Event counted = listener.next();
            queue.finish(claim, OperationStatus.COMPLETED, null);
            Event last = listener.next();
            listener.awaitEnd();

            assertThat(List.of(pending, taken, counted, last))
                    .extracting(Event::name)
                    .containsOnly("status");
            assertThat(List.of(pending, taken, counted, last))
                    .extracting(event -> event.data().get("statusCode").asString())
                    .containsExactly("N", "W", "W", "T");
            assertThat(counted.data().get("processedItems").asInt()).isEqualTo(2);
            assertThat(last.data())
                    .isEqualTo(
                            caller.get("/v1/batch-operations/" + id + "/status").json());
            assertThat(listener.others()).isEmpty();
        }
    }

    @Test
    void namesAnEventByTheTagOfTheStatus() {
        String id = submitted();
        try (EventListener listener = caller.listen(events(id))) {
            assertThat('"' + listener.next().id() + '"')
                    .isEqualTo(
                            caller.get("/v1/batch-operations/" + id + "/status").header("ETag"));
        }
    }

    @Test
    void tellsAListenerThatComesBackOnlyWhatIsNew() {
        String id = submitted();
        String seen;
        try (EventListener first = caller.listen(events(id))) {
            seen = first.next().id();
        }
        try (EventListener unchanged = caller.with("Last-Event-ID", seen).listen(events(id))) {
            await().until(() -> unchanged.comments() > 1);
            assertThat(unchanged.others()).isEmpty();
            claim(id);
            assertThat(unchanged.next().data().get("statusCode").asString()).isEqualTo("W");
        }
        try (EventListener late = caller.with("Last-Event-ID", seen).listen(events(id))) {
            assertThat(late.next().data().get("statusCode").asString()).isEqualTo("W");
        }
    }

    @Test
    void tellsAListenerThatSawTheEndToStayAway() {
        String id = submitted();
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
        Event last;
        try (EventListener listener = caller.listen(events(id))) {
            last = listener.next();
            listener.awaitEnd();
        }

        assertThat(last.data().get("status").asString()).isEqualTo("Cancelled");
        caller.with("Last-Event-ID", last.id()).get(events(id)).expect(204);
        try (EventListener other = caller.with("Last-Event-ID", "another").listen(events(id))) {
            assertThat(other.next()).isEqualTo(last);
        }
    }

    @Test
    void tellsNoMoreThanFourEventsASecond() {
        String id = submitted();
        Claim claim = claim(id);
        queue.recordTotal(claim, MORE_THAN_THERE_IS_TIME_FOR);
        try (EventListener listener = caller.listen(events(id))) {
            listener.next();
            long start = System.nanoTime();
            int advanced = 0;
            while (Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(2)) < 0) {
                queue.advance(
                        claim,
                        Progress.NONE.withTotal(MORE_THAN_THERE_IS_TIME_FOR).plus(++advanced, 0, 4));
            }
            List<Event> told = listener.others();

            assertThat(told).hasSizeBetween(1, 9);
            assertThat(told.get(told.size() - 1).data().get("processedItems").asInt())
                    .isGreaterThan(told.size());
        }
    }

    @Test
    void breaksTheSilence() {
        try (EventListener listener = caller.listen(events(submitted()))) {
            await().until(() -> listener.comments() > 3);
        }
    }

    @Test
    void refusesAsTheStatusDoes() {
        String id = submitted();
        Http browser = caller.with("Accept", "text/event-stream");

        newCaller().with("Accept", "text/event-stream").get(events(id)).problem(404, "NOT_FOUND");
        browser.get(events(UUID.randomUUID().toString())).problem(404, "NOT_FOUND");
        browser.get(events("x")).problem(404, "NOT_FOUND");
        browser.get(events(id) + "?page=1").problem(400, "INVALID_PARAMETER");
        anonymous.with("Accept", "text/event-stream").get(events(id)).problem(401, "UNAUTHORIZED");
        newCaller(newCompany(), "orders:read").get(events(id)).problem(403, "FORBIDDEN");
        caller.with("Accept", "application/json").get(events(id)).problem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void forgetsAListenerThatWentAway() {
        EventListener listener = caller.listen(events(submitted()));
        listener.next();
        assertThat(streams.size()).isEqualTo(1);

        listener.close();

        await().until(() -> streams.size() == 0);
    }

    @Test
    void refusesMoreStreamsThanItMayHaveOpen() {
        String id = submitted();
        List<EventListener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                listeners.add(caller.listen(events(id)));
            }
            assertThat(caller.get(events(id)).problem(503, "TOO_MANY_STREAMS")).isNotNull();
            assertThat(caller.get(events(id)).header("Retry-After")).isEqualTo("5");

            caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
            listeners.forEach(EventListener::awaitEnd);
            await().until(() -> streams.size() == 0);
        } finally {
            listeners.forEach(EventListener::close);
        }
    }

    @Test
    void endsSoonAfterTheClientIsRevoked() {
        String company = newCompany();
        String clientId = unique("client");
        Http revoked = anonymous.basic(clientId, newClient(clientId, company, "orders:import", "operations:read"));
        String id = submitted(revoked);
        try (EventListener listener = revoked.listen(events(id));
                EventListener other = caller.listen(events(submitted()))) {
            listener.next();
            operator.delete("/v1/clients/" + clientId).expect(204);

            listener.awaitEnd();
            assertThat(other.hasEnded()).isFalse();
        }
    }

    @Test
    void endsAllStreamsWhenTheProcessEnds() {
        try (EventListener listener = caller.listen(events(submitted()))) {
            listener.next();
            streams.stop();
            listener.awaitEnd();
            caller.get(events(submitted())).problem(503, "TOO_MANY_STREAMS");
        } finally {
            streams.start();
        }
    }

    private static String events(String id) {
        return "/v1/batch-operations/" + id + "/events";
    }

    private String submitted() {
        return submitted(caller);
    }

    private static String submitted(Http caller) {
        return caller.post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private Claim claim(String id) {
        return queue.claim(UUID.fromString(id)).orElseThrow();
    }
}
