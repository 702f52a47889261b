package io.ordermill.api.submit;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes up again what an operation left undone. */
@RestController
class RetryController {

    private final Retries retries;
    private final FileReceiver receiver;

    RetryController(Retries retries, FileReceiver receiver) {
        this.retries = retries;
        this.receiver = receiver;
    }

    @RetryDocumentation
    @RequiresScope(value = Scope.ORDERS_IMPORT, missingIsUnauthorized = true)
    @PostMapping("/v1/batch-operations/{id}/retry")
    ResponseEntity<OperationView> retry(@PathVariable String id, HttpServletRequest request, Caller caller)
            throws IOException {
        QueryParameters.of(request);
        Operation retry = retries.retry(id, caller, first -> file(first, request));
        Links links = Links.ofCurrentRequest();
        return ResponseEntity.created(URI.create(links.operation(retry.operationId(), "status")))
                .body(OperationView.of(retry, links));
    }

    private ReceivedFile file(Operation first, HttpServletRequest request) throws IOException {
        return UploadBody.isAbsent(request)
                ? retries.unfinished(first)
                : receiver.receive(request, receiver.announced(request));
    }
}
