package io.ordermill.api.console.system;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.QueueWatch;
import io.ordermill.core.reference.ReferenceStore;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.core.worker.WorkerRegister;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows how the service is. */
@Controller
class SystemController {

    private static final int MOST_WEBHOOKS = 50;
    private static final int LATEST_DELIVERIES = 20;

    private final QueueWatch queue;
    private final WorkerRegister workers;
    private final WebhookStore webhooks;
    private final ReferenceStore references;
    private final Clock clock;

    SystemController(
            QueueWatch queue, WorkerRegister workers, WebhookStore webhooks, ReferenceStore references, Clock clock) {
        this.queue = queue;
        this.workers = workers;
        this.webhooks = webhooks;
        this.references = references;
        this.clock = clock;
    }

    /** Each part is for those who could ask the API for it. */
    @RequiresScope({Scope.OPERATIONS_READ, Scope.ORDERS_IMPORT, Scope.ORDERS_READ, Scope.ADMIN})
    @GetMapping("/console/system")
    String show(HttpServletRequest request, Caller caller, Model model) {
        String companyId =
                caller.company(QueryParameters.of(request, "companyId").text("companyId"));
        Sight sight = new Sight(caller);
        model.addAttribute("isWhole", sight.isWhole());
        model.addAttribute("companyId", companyId);
        model.addAttribute("companies", new TreeSet<>(caller.companyIds()));
        if (sight.isWhole() || caller.has(Scope.OPERATIONS_READ)) {
            queue(sight, model);
        }
        if (caller.has(Scope.ORDERS_IMPORT)) {
            model.addAttribute("webhooks", webhooks(caller));
        }
        if (caller.has(Scope.ORDERS_READ)) {
            model.addAttribute("references", references.counts(companyId));
        }
        return "console/system/state";
    }

    private void queue(Sight sight, Model model) {
        Instant now = clock.instant();
        List<WorkerState> states = WorkerState.of(workers.list(), queue.held(), sight, now);
        model.addAttribute("workers", states);
        model.addAttribute("queue", QueueState.of(queue.open(), states, sight, now));
    }

    private List<WebhookState> webhooks(Caller caller) {
        return webhooks.list(caller.companyIds()).stream()
                .limit(MOST_WEBHOOKS)
                .map(webhook ->
                        WebhookState.of(webhook, webhooks.deliveries(webhook.webhookId(), null, LATEST_DELIVERIES)))
                .toList();
    }
}
