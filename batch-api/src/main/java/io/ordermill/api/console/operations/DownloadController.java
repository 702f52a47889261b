package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.results.ResultDownload;
import io.ordermill.api.results.ResultFormat;
import io.ordermill.api.results.ResultType;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The same results the API gives, chosen by the address, for a link cannot say what it accepts. */
@Controller
class DownloadController {

    private final OperationLookup lookup;
    private final ResultDownload download;

    DownloadController(OperationLookup lookup, ResultDownload download) {
        this.lookup = lookup;
        this.download = download;
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations/{id}/results")
    void results(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException {
        QueryParameters query = QueryParameters.of(request, "type", "format", "partial");
        download.send(
                lookup.find(id, caller),
                ResultType.of(query),
                ResultFormat.of(query),
                query.flag("partial", false),
                response);
    }
}
