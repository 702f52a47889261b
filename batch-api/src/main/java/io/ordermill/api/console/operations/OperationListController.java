package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.Page;
import io.ordermill.core.operation.OperationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of operations. */
@Controller
class OperationListController {

    private final OperationStore operations;
    private final Clock clock;

    OperationListController(OperationStore operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** htmx takes from it what it needs: all of the content for another search, or the rows alone to refresh them. */
    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations")
    String list(HttpServletRequest request, Caller caller, Model model) {
        Search search = Search.of(request, caller, clock);
        Links links = Links.ofCurrentRequest();
        Instant now = clock.instant();
        Page<OperationRow> page = Page.of(
                operations.list(search.filter()),
                Search.PAGE_SIZE,
                search::after,
                operation -> OperationRow.of(operation, links, now));
        model.addAttribute("search", search);
        model.addAttribute("page", page);
        model.addAttribute("hasOpen", page.items().stream().anyMatch(OperationRow::isOpen));
        model.addAttribute("companies", caller.companyIds().stream().sorted().toList());
        return "console/operations/list";
    }
}
