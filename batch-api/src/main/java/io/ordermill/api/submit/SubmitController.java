package io.ordermill.api.submit;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.operation.OperationView;
import io.ordermill.api.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in batches of sales orders. */
@RestController
class SubmitController {

    private final Intake intake;

    SubmitController(Intake intake) {
        this.intake = intake;
    }

    /** Seed 001 names both paths. */
    @SubmitDocumentation
    @RequiresScope(value = Scope.ORDERS_IMPORT, missingIsUnauthorized = true)
    @PostMapping({"/v1/batch/sales-orders", "/v1/sales-orders/batch"})
    ResponseEntity<OperationView> submit(HttpServletRequest request, Caller caller) throws IOException {
        return intake.take(request, caller).answer();
    }
}
