package io.ordermill.api.submit;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.AlreadyRetriedException;
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

    private final OperationLookup lookup;
    private final FileReceiver receiver;
    private final UnfinishedFile unfinished;
    private final QueueLimits limits;
    private final Submission submission;

    RetryController(
            OperationLookup lookup,
            FileReceiver receiver,
            UnfinishedFile unfinished,
            QueueLimits limits,
            Submission submission) {
        this.lookup = lookup;
        this.receiver = receiver;
        this.unfinished = unfinished;
        this.limits = limits;
        this.submission = submission;
    }

    @RetryDocumentation
    @RequiresScope(value = Scope.ORDERS_IMPORT, missingIsUnauthorized = true)
    @PostMapping("/v1/batch-operations/{id}/retry")
    ResponseEntity<OperationView> retry(@PathVariable String id, HttpServletRequest request, Caller caller)
            throws IOException {
        QueryParameters.of(request);
        Operation first = lookup.find(id, caller);
        RetryRules.check(first);
        limits.refusal(first.companyId()).ifPresent(refusal -> {
            throw refusal;
        });
        Operation retry;
        try (ReceivedFile file = file(first, request)) {
            retry = submission.retry(first, caller.clientId(), file);
        } catch (AlreadyRetriedException sameMoment) {
            throw RetryRules.retried(lookup.find(id, caller));
        }
        Links links = Links.ofCurrentRequest();
        return ResponseEntity.created(URI.create(links.operation(retry.operationId(), "status")))
                .body(OperationView.of(retry, links));
    }

    private ReceivedFile file(Operation first, HttpServletRequest request) throws IOException {
        return UploadBody.isAbsent(request)
                ? unfinished.of(first)
                : receiver.receive(request, receiver.announced(request));
    }
}
