package io.ordermill.api.results;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.outcome.ErrorSummary;
import io.ordermill.core.outcome.OutcomeStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out what became of the orders of an operation. */
@RestController
class ResultsController {

    private static final int MAX_GROUPS = 1_000;

    private final OperationLookup lookup;
    private final ResultSources sources;
    private final OutcomeStore outcomes;

    ResultsController(OperationLookup lookup, ResultSources sources, OutcomeStore outcomes) {
        this.lookup = lookup;
        this.sources = sources;
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
        // What has not been processed is known only when no more will be.
        requireEnded(operation, partial && type != ResultType.UNPROCESSED);
        try (ResultSource source = sources.open(type, operation)) {
            response.setContentType(format.mediaType().toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(operation, type, format));
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
            new ResultResponse(response).write(source, out -> format.writer(out, type));
        }
    }

    @SummaryDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping(path = "/v1/batch-operations/{id}/results/summary", produces = MediaType.APPLICATION_JSON_VALUE)
    ErrorSummary summary(@PathVariable String id, HttpServletRequest request, Caller caller) {
        boolean partial = QueryParameters.of(request, "partial").flag("partial", false);
        Operation operation = lookup.find(id, caller);
        requireEnded(operation, partial);
        return outcomes.errorSummary(operation.operationId(), MAX_GROUPS);
    }

    private static void requireEnded(Operation operation, boolean partial) {
        if (!operation.status().isTerminal() && !partial) {
            throw new ProblemException(
                            ProblemCode.OPERATION_NOT_ENDED,
                            "The operation is " + operation.status().label() + "; its results come when it has ended.")
                    .retryAfter(1);
        }
        ExpiredResults.refuse(operation);
    }

    private static String attachment(Operation operation, ResultType type, ResultFormat format) {
        return ContentDisposition.attachment()
                .filename(operation.operationId() + "-" + type.label() + "." + format.extension())
                .build()
                .toString();
    }
}
