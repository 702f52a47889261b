package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.Cancellation;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.submit.Retries;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.QueueWatch;
import io.ordermill.core.validation.OrderLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One operation: how far it is, and what can be done about it. */
@Controller
class OperationPageController {

    private static final String PATH = "/console/operations/{id}";

    private final OperationLookup lookup;
    private final Cancellation cancellation;
    private final Retries retries;
    private final QueueWatch queue;
    private final OrderLimits limits;
    private final Clock clock;

    OperationPageController(
            OperationLookup lookup,
            Cancellation cancellation,
            Retries retries,
            QueueWatch queue,
            OrderLimits limits,
            Clock clock) {
        this.lookup = lookup;
        this.cancellation = cancellation;
        this.retries = retries;
        this.queue = queue;
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
        return "console/operations/operation";
    }

    @RequiresScope(Scope.OPERATIONS_CANCEL)
    @PostMapping(PATH + "/cancel")
    String cancel(@PathVariable String id, Caller caller, RedirectAttributes next) {
        try {
            cancellation.cancel(id, caller);
            return to(id, "notice", "Cancel has been asked for. What is saved stays.", next);
        } catch (ProblemException refusal) {
            return to(id, "refusal", refusal.detail(), next);
        }
    }

    @RequiresScope(Scope.ORDERS_IMPORT)
    @PostMapping(PATH + "/retry")
    String retry(@PathVariable String id, Caller caller, RedirectAttributes next) throws IOException {
        try {
            Operation retry = retries.retry(id, caller);
            return to(retry.operationId().toString(), "notice", "This operation takes up what was left.", next);
        } catch (ProblemException refusal) {
            return to(id, "refusal", refusal.detail(), next);
        }
    }

    private QueueWatch.@Nullable Held held(Operation operation) {
        return operation.status().isTerminal()
                ? null
                : queue.held().stream()
                        .filter(held -> held.operation().operationId().equals(operation.operationId()))
                        .findFirst()
                        .orElse(null);
    }

    private static String to(String id, String kind, String text, RedirectAttributes next) {
        next.addFlashAttribute(kind, text);
        next.addAttribute("id", id);
        return "redirect:" + PATH;
    }
}
