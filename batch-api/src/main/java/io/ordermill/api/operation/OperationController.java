package io.ordermill.api.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.EntityTag;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.Page;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.OperationStore;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Status, list and cancel of batch operations. */
@RestController
@RequestMapping(path = "/v1/batch-operations", produces = MediaType.APPLICATION_JSON_VALUE)
class OperationController {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final OperationStore operations;
    private final OperationLookup lookup;
    private final OperationDocuments documents;
    private final Cancellation cancellation;
    private final JsonMapper json;
    private final Clock clock;

    OperationController(
            OperationStore operations,
            OperationLookup lookup,
            OperationDocuments documents,
            Cancellation cancellation,
            JsonMapper json,
            Clock clock) {
        this.operations = operations;
        this.lookup = lookup;
        this.documents = documents;
        this.cancellation = cancellation;
        this.json = json;
        this.clock = clock;
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OperationView.class)))
    @ApiResponse(responseCode = "304", description = "what If-None-Match names is still so", content = @Content)
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/{id}/status")
    ResponseEntity<byte[]> status(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        OperationDocument document = documents.of(lookup.find(id, caller), Links.ofCurrentRequest());
        return document.tag().isKnownBy(request)
                ? headers(HttpStatus.NOT_MODIFIED, document).build()
                : answer(HttpStatus.OK, document);
    }

    @ListDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request, Caller caller) {
        ListParameters parameters = ListParameters.of(request, caller, clock);
        Links links = Links.ofCurrentRequest();
        Page<OperationView> page = Page.of(
                operations.list(parameters.filter()),
                parameters.pageSize(),
                parameters::after,
                operation -> OperationView.of(operation, links));
        return EntityTag.answer(request, json.writeValueAsBytes(page));
    }

    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = OperationView.class)))
    @RequiresScope(Scope.OPERATIONS_CANCEL)
    @PostMapping("/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        return answer(HttpStatus.ACCEPTED, documents.of(cancellation.cancel(id, caller), Links.ofCurrentRequest()));
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, OperationDocument document) {
        return headers(status, document)
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.json().getBytes(UTF_8));
    }

    private static ResponseEntity.BodyBuilder headers(HttpStatus status, OperationDocument document) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(document.tag().strong());
        return document.isLast() ? answer : answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
