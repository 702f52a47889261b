package io.ordermill.api.operation;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.Page;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFilter;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.OperationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
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
    private final JsonMapper json;
    private final Clock clock;

    OperationController(OperationStore operations, OperationLookup lookup, JsonMapper json, Clock clock) {
        this.operations = operations;
        this.lookup = lookup;
        this.json = json;
        this.clock = clock;
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/{id}/status")
    ResponseEntity<byte[]> status(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        return answer(HttpStatus.OK, lookup.find(id, caller));
    }

    @ListDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping
    Page<OperationView> list(HttpServletRequest request, Caller caller) {
        ListParameters parameters = ListParameters.of(request, caller, clock);
        OperationFilter filter = parameters.filter();
        Links links = Links.ofCurrentRequest();
        return Page.of(
                operations.list(filter),
                parameters.pageSize(),
                operation -> operation.operationId().toString(),
                operation -> OperationView.of(operation, links));
    }

    @RequiresScope(Scope.OPERATIONS_CANCEL)
    @PostMapping("/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        Operation known = lookup.find(id, caller);
        Operation now = operations.cancel(known.operationId()).orElseThrow(OperationLookup::notFound);
        if (now.status() == OperationStatus.COMPLETED || now.status() == OperationStatus.FAILED) {
            throw new ProblemException(
                    ProblemCode.OPERATION_ENDED,
                    "The operation is " + now.status().label() + " and cannot be cancelled any more.");
        }
        return answer(HttpStatus.ACCEPTED, now);
    }

    /** Rendered here, for the entity tag is that of the very bytes. */
    private ResponseEntity<byte[]> answer(HttpStatus status, Operation operation) {
        byte[] body = json.writeValueAsBytes(OperationView.of(operation, Links.ofCurrentRequest()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + DigestUtils.md5DigestAsHex(body) + '"');
        if (!operation.status().isTerminal()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(body);
    }
}
