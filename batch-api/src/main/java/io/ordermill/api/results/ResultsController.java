package io.ordermill.api.results;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.outcome.ErrorSummary;
import io.ordermill.core.outcome.OutcomeStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out what became of the orders of an operation. */
@RestController
class ResultsController {

    private static final int MAX_GROUPS = 1_000;

    private final OperationLookup lookup;
    private final ResultDownload download;
    private final OutcomeStore outcomes;

    ResultsController(OperationLookup lookup, ResultDownload download, OutcomeStore outcomes) {
        this.lookup = lookup;
        this.download = download;
        this.outcomes = outcomes;
    }

    @ResultsDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/v1/batch-operations/{id}/results")
    void results(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException {
        QueryParameters query = QueryParameters.of(request, "type", "partial");
        ResultType type = ResultType.of(query);
        boolean partial = query.flag("partial", false);
        ResultFormat format = FormatNegotiation.choose(request);
        Operation operation = lookup.find(id, caller);
        download.send(operation, type, format, partial, response);
    }

    @SummaryDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping(path = "/v1/batch-operations/{id}/results/summary", produces = MediaType.APPLICATION_JSON_VALUE)
    ErrorSummary summary(@PathVariable String id, HttpServletRequest request, Caller caller) {
        boolean partial = QueryParameters.of(request, "partial").flag("partial", false);
        Operation operation = lookup.find(id, caller);
        ResultDownload.requireEnded(operation, partial);
        return outcomes.errorSummary(operation.operationId(), MAX_GROUPS);
    }
}
