package io.ordermill.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationDocument;
import io.ordermill.api.operation.OperationDocuments;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One listener of one operation. Used by one thread at a time. */
final class EventStream {

    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);
    private static final long COME_BACK_AFTER_MILLIS = 1_000;
    private static final long WITHOUT_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(WITHOUT_TIMEOUT);
    private final long openedAt = System.nanoTime();
    private final Caller caller;
    private final Operation first;
    private final OperationDocuments documents;
    private final Links links;
    private @Nullable String seen;
    private @Nullable Operation shown;
    private long spokeAt = openedAt;

    /**
     * A stream that has not said anything yet.
     *
     * @param seen the id of the last event the listener has; null if it has none
     */
    EventStream(Caller caller, Operation first, OperationDocuments documents, Links links, @Nullable String seen) {
        this.caller = caller;
        this.first = first;
        this.documents = documents;
        this.links = links;
        this.seen = seen;
    }

    SseEmitter emitter() {
        return emitter;
    }

    UUID operationId() {
        return first.operationId();
    }

    String clientId() {
        return caller.clientId();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    /** Whether the client may still see the operation. */
    boolean isPermittedTo(Client client) {
        return client.scopes().contains(Scope.OPERATIONS_READ)
                && client.companyIds().contains(first.companyId());
    }

    /** Says at once what the listener does not know, or else a comment, so that it learns that it is heard. */
    void begin() throws IOException {
        emitter.send(SseEmitter.event().reconnectTime(COME_BACK_AFTER_MILLIS).comment("listening"));
        show(first);
    }

    /** Says what has changed, if anything has; ends after the last. */
    void show(Operation operation) throws IOException {
        if (operation.equals(shown)) {
            return;
        }
        shown = operation;
        OperationDocument document = documents.of(operation, links);
        String id = document.tag().value();
        if (!id.equals(seen)) {
            emitter.send(SseEmitter.event().id(id).name("status").data(document.json(), TEXT));
            seen = id;
            spokeAt = System.nanoTime();
        }
        if (document.isLast()) {
            end();
        }
    }

    /** Breaks a long silence. */
    void keepAlive(Duration silence) throws IOException {
        if (System.nanoTime() - spokeAt >= silence.toNanos()) {
            emitter.send(SseEmitter.event().comment(""));
            spokeAt = System.nanoTime();
        }
    }

    void end() {
        emitter.complete();
    }
}
