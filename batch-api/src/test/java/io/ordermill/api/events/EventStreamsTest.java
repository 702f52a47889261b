package io.ordermill.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationDocuments;
import io.ordermill.api.security.Caller;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class EventStreamsTest extends ApiTest {

    private static final int LISTENERS = 200;

    @Autowired
    private OperationStore operations;

    @Autowired
    private OperationDocuments documents;

    @Autowired
    private ClientStore clients;

    @Test
    void asksOnceForAllListeners() {
        List<Operation> followed = Stream.generate(this::submitted).limit(5).toList();
        Queue<Set<?>> questions = new ConcurrentLinkedQueue<>();
        EventSettings settings =
                new EventSettings(LISTENERS, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));
        EventStreams streams = new EventStreams(recording(questions), clients, settings);
        streams.start();
        try {
            for (int i = 0; i < LISTENERS; i++) {
                streams.open(stream(followed.get(i % followed.size())));
            }
            await().until(() -> questions.size() >= 4);
            assertThat(streams.size()).isEqualTo(LISTENERS);
        } finally {
            streams.stop();
        }

        Set<UUID> ids = Set.copyOf(followed.stream().map(Operation::operationId).toList());
        // The first look may come while some have just begun.
        assertThat(questions).filteredOn(question -> !question.equals(ids)).hasSizeLessThan(3);
        assertThat(questions).hasSizeLessThan(20);
    }

    private EventStream stream(Operation operation) {
        Caller caller = new Caller(
                "listener", Set.of(Scope.OPERATIONS_READ), operation.companyId(), Set.of(operation.companyId()));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return new EventStream(caller, operation, documents, Links.ofCurrentRequest(), null);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private OperationStore recording(Queue<Set<?>> questions) {
        return (OperationStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OperationStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("findAll")) {
                        questions.add((Set<?>) arguments[0]);
                    }
                    return method.invoke(operations, arguments);
                });
    }

    private Operation submitted() {
        String id = newCaller()
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
        return operations.find(UUID.fromString(id)).orElseThrow();
    }
}
