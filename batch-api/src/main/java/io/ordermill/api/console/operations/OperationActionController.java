package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.Cancellation;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.submit.Retries;
import io.ordermill.core.operation.Operation;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done about an operation. Leads back to its page, which tells what came of it. */
@Controller
class OperationActionController {

    private static final String PATH = OperationPageController.PATH;

    private final Cancellation cancellation;
    private final Retries retries;

    OperationActionController(Cancellation cancellation, Retries retries) {
        this.cancellation = cancellation;
        this.retries = retries;
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

    private static String to(String id, String kind, String text, RedirectAttributes next) {
        next.addFlashAttribute(kind, text);
        next.addAttribute("id", id);
        return "redirect:" + PATH;
    }
}
