package io.ordermill.api.events;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationDocument;
import io.ordermill.api.operation.OperationDocuments;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Follows an operation to its end. */
@RestController
@RequestMapping("/v1/batch-operations")
class EventController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final OperationLookup lookup;
    private final OperationDocuments documents;
    private final EventStreams streams;

    EventController(OperationLookup lookup, OperationDocuments documents, EventStreams streams) {
        this.lookup = lookup;
        this.documents = documents;
        this.streams = streams;
    }

    @EventDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        Operation operation = lookup.find(id, caller);
        Links links = Links.ofCurrentRequest();
        String seen = request.getHeader(LAST_EVENT_ID);
        OperationDocument now = documents.of(operation, links);
        if (now.isLast() && now.tag().value().equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        EventStream stream = new EventStream(caller, operation, documents, links, seen);
        streams.open(stream);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // Or nginx would collect events before it passes them on.
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter());
    }
}
