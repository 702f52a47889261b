package io.ordermill.api.submit;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in batches of sales orders. */
@RestController
class SubmitController {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitController.class);

    private final FileReceiver receiver;
    private final QueueLimits limits;
    private final Submission submission;

    SubmitController(FileReceiver receiver, QueueLimits limits, Submission submission) {
        this.receiver = receiver;
        this.limits = limits;
        this.submission = submission;
    }

    /** Seed 001 names both paths. */
    @SubmitDocumentation
    @RequiresScope(value = Scope.ORDERS_IMPORT, missingIsUnauthorized = true)
    @PostMapping({"/v1/batch/sales-orders", "/v1/sales-orders/batch"})
    ResponseEntity<OperationView> submit(HttpServletRequest request, Caller caller) throws IOException {
        SubmitParameters parameters = SubmitParameters.of(request);
        String companyId = caller.company(parameters.companyId());
        UploadBody body = receiver.announced(request);
        limits.check(companyId);
        Operation operation;
        try (ReceivedFile file = receiver.receive(request, body)) {
            operation = submission.submit(companyId, caller.clientId(), parameters.options(), file);
            log(operation, file);
        }
        Links links = Links.ofCurrentRequest();
        return ResponseEntity.created(URI.create(links.operation(operation.operationId(), "status")))
                .body(OperationView.of(operation, links));
    }

    private static void log(Operation operation, ReceivedFile file) {
        MDC.put("operationId", operation.operationId().toString());
        try {
            LOG.info(
                    "{} submitted {} bytes for company {}",
                    operation.submittedBy(),
                    file.size(),
                    operation.companyId());
        } finally {
            MDC.remove("operationId");
        }
    }
}
