package io.ordermill.api.console.errors;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.outcome.ErrorKind;
import io.ordermill.core.outcome.ErrorSummary;
import io.ordermill.core.outcome.FailedItem;
import io.ordermill.core.outcome.OutcomeStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** From the errors of an operation to the orders that have them, and to one order. */
@Controller
class ErrorsController {

    private static final int MOST_GROUPS = 200;
    private static final int ORDERS_PER_PAGE = 50;
    private static final int MOST_ITEMS = 999_999_999;

    private final OperationLookup lookup;
    private final OutcomeStore outcomes;

    ErrorsController(OperationLookup lookup, OutcomeStore outcomes) {
        this.lookup = lookup;
        this.outcomes = outcomes;
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations/{id}/errors")
    String groups(@PathVariable String id, HttpServletRequest request, Caller caller, Model model) {
        QueryParameters.of(request);
        Operation operation = lookup.find(id, caller);
        ErrorSummary summary = outcomes.errorSummary(operation.operationId(), MOST_GROUPS);
        model.addAttribute("operation", operation);
        model.addAttribute(
                "groups", summary.groups().stream().map(ErrorGroup::of).toList());
        model.addAttribute("hasMore", summary.hasMore());
        return "console/errors/groups";
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations/{id}/errors/orders")
    String orders(@PathVariable String id, HttpServletRequest request, Caller caller, Model model) {
        QueryParameters query = QueryParameters.of(request, "group", "after");
        ErrorKind kind = ErrorGroup.named(query);
        if (kind == null) {
            throw QueryParameters.invalid("The query parameter group is missing.");
        }
        int after = query.between("after", -1, 0, MOST_ITEMS);
        Operation operation = lookup.find(id, caller);
        List<FailedItem> page = outcomes.failures(operation.operationId(), kind, after, ORDERS_PER_PAGE);
        Integer last = page.isEmpty() ? null : page.get(page.size() - 1).itemIndex();
        model.addAttribute("operation", operation);
        model.addAttribute("kind", kind);
        model.addAttribute("group", ErrorGroup.key(kind));
        model.addAttribute("isFirstPage", after < 0);
        model.addAttribute(
                "orders", page.stream().map(item -> RefusedOrder.of(item, kind)).toList());
        model.addAttribute("next", last != null && next(operation, kind, last) != null ? last : null);
        return "console/errors/orders";
    }

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations/{id}/errors/orders/{itemIndex:[0-9]{1,9}}")
    String order(
            @PathVariable String id,
            @PathVariable int itemIndex,
            HttpServletRequest request,
            Caller caller,
            Model model) {
        ErrorKind kind = ErrorGroup.named(QueryParameters.of(request, "group"));
        Operation operation = lookup.find(id, caller);
        FailedItem item = outcomes.failures(operation.operationId(), itemIndex - 1, 1).stream()
                .filter(found -> found.itemIndex() == itemIndex)
                .findFirst()
                .orElseThrow(ErrorsController::noSuchOrder);
        model.addAttribute("operation", operation);
        model.addAttribute("itemIndex", itemIndex);
        model.addAttribute("kind", kind);
        model.addAttribute("group", kind == null ? null : ErrorGroup.key(kind));
        model.addAttribute("order", MarkedOrder.of(item));
        model.addAttribute("next", next(operation, kind, itemIndex));
        return "console/errors/order";
    }

    private @Nullable Integer next(Operation operation, @Nullable ErrorKind kind, int itemIndex) {
        List<FailedItem> next = kind == null
                ? outcomes.failures(operation.operationId(), itemIndex, 1)
                : outcomes.failures(operation.operationId(), kind, itemIndex, 1);
        return next.isEmpty() ? null : next.get(0).itemIndex();
    }

    private static ProblemException noSuchOrder() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "No order with errors has this index, or it is there no more.");
    }
}
