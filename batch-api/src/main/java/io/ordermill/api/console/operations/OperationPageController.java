package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.console.Htmx;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.QueueWatch;
import io.ordermill.core.validation.OrderLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One operation: how far it is. */
@Controller
class OperationPageController {

    static final String PATH = "/console/operations/{id}";

    private final OperationLookup lookup;
    private final QueueWatch queue;
    private final Throughput throughput;
    private final OrderLimits limits;
    private final Clock clock;

    OperationPageController(
            OperationLookup lookup, QueueWatch queue, Throughput throughput, OrderLimits limits, Clock clock) {
        this.lookup = lookup;
        this.queue = queue;
        this.throughput = throughput;
        this.limits = limits;
        this.clock = clock;
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping(PATH)
    String show(@PathVariable String id, HttpServletRequest request, Caller caller, Model model) {
        QueryParameters.of(request);
        Operation operation = lookup.find(id, caller);
        boolean skipWorkflow = operation.options().skipWorkflow();
        model.addAttribute(
                "page",
                OperationPage.of(operation, held(operation), caller, Links.ofCurrentRequest(), clock.instant()));
        model.addAttribute("options", operation.options());
        model.addAttribute("linesPerOrder", limits.linesPerOrder(skipWorkflow));
        model.addAttribute("itemsPerBatch", limits.itemsPerBatch(skipWorkflow));
        if (!Htmx.asks(request)) {
            // A page that asks again goes on with what it hears.
            model.addAttribute("throughput", throughput.text(operation.operationId()));
        }
        return "console/operations/operation";
    }

    private QueueWatch.@Nullable Held held(Operation operation) {
        return operation.status().isTerminal()
                ? null
                : queue.held().stream()
                        .filter(held -> held.operation().operationId().equals(operation.operationId()))
                        .findFirst()
                        .orElse(null);
    }
}
