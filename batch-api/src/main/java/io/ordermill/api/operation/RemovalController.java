package io.ordermill.api.operation;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.retention.OperationRemoval;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Removes operations that have ended: upload, results and record. What they saved stays. */
@RestController
class RemovalController {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalController.class);

    private final OperationLookup lookup;
    private final OperationRemoval removal;

    RemovalController(OperationLookup lookup, OperationRemoval removal) {
        this.lookup = lookup;
        this.removal = removal;
    }

    @io.swagger.v3.oas.annotations.Operation(
            summary = "Remove an operation that has ended",
            description = "Removes the upload, the results and the record; never the saved orders.")
    @ApiResponse(responseCode = "204", description = "removed")
    @RequiresScope(Scope.OPERATIONS_CANCEL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/v1/batch-operations/{id}")
    void remove(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        Operation operation = lookup.find(id, caller);
        if (!removal.remove(operation.operationId())) {
            // Or somebody else has removed it in between.
            throw notEnded(lookup.find(id, caller));
        }
        LOG.info("{} removed operation {}", caller.clientId(), operation.operationId());
    }

    private static ProblemException notEnded(Operation operation) {
        return new ProblemException(
                        ProblemCode.OPERATION_NOT_ENDED,
                        "The operation is " + operation.status().label()
                                + " and can be removed when it has ended; cancel it first.")
                .retryAfter(1);
    }
}
