package io.ordermill.api.results;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the results of operations that have ended. */
@RestController
class ResultsController {

    private static final String FAILED = "failed";
    private static final String SUCCESS = "success";

    /** A failed order may have 16 MiB, so a page of them must stay small. */
    private static final int FAILED_PER_PAGE = 20;

    private static final int SAVED_PER_PAGE = 500;

    private final OperationLookup lookup;
    private final FailedItems failedItems;
    private final SavedOrders savedOrders;

    ResultsController(OperationLookup lookup, FailedItems failedItems, SavedOrders savedOrders) {
        this.lookup = lookup;
        this.failedItems = failedItems;
        this.savedOrders = savedOrders;
    }

    @ResultsDocumentation
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping(path = "/v1/batch-operations/{id}/results", produces = MediaType.APPLICATION_JSON_VALUE)
    void results(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException {
        String type = QueryParameters.of(request, "type").oneOf("type", FAILED, FAILED, SUCCESS);
        Operation operation = lookup.find(id, caller);
        if (!operation.status().isTerminal()) {
            throw new ProblemException(
                            ProblemCode.OPERATION_NOT_ENDED,
                            "The operation is " + operation.status().label() + "; its results come when it has ended.")
                    .retryAfter(1);
        }
        ExpiredResults.refuse(operation);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(operation, type));
        write(operation, type, new JsonArrayStream(response.getOutputStream()));
    }

    private void write(Operation operation, String type, JsonArrayStream array) throws IOException {
        Links links = Links.ofCurrentRequest();
        int before;
        int last = -1;
        do {
            before = last;
            last = type.equals(SUCCESS)
                    ? savedOrders.write(operation, before, SAVED_PER_PAGE, links, array)
                    : failedItems.write(operation.operationId(), before, FAILED_PER_PAGE, array);
        } while (last > before);
        array.end();
    }

    private static String attachment(Operation operation, String type) {
        return ContentDisposition.attachment()
                .filename(operation.operationId() + "-" + type + ".json")
                .build()
                .toString();
    }
}
