package io.ordermill.api.console.operations;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of operations. */
@Controller
class OperationListController {

    @RequiresScope(Scope.OPERATIONS_READ)
    @GetMapping("/console/operations")
    String list() {
        return "console/operations/list";
    }
}
