package io.ordermill.api.console.upload;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.submit.Intake;
import io.ordermill.api.submit.UploadSettings;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.validation.OrderLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the form, and takes what its script sends. */
@Controller
class UploadController {

    private final Intake intake;
    private final UploadSettings settings;
    private final OrderLimits limits;

    UploadController(Intake intake, UploadSettings settings, OrderLimits limits) {
        this.intake = intake;
        this.settings = settings;
        this.limits = limits;
    }

    /** Also for those who may not upload: the page says so. */
    @RequiresScope({Scope.ORDERS_IMPORT, Scope.OPERATIONS_READ, Scope.ADMIN})
    @GetMapping("/console/upload")
    String form(HttpServletRequest request, Caller caller, Model model) {
        QueryParameters.of(request);
        model.addAttribute("mayImport", caller.has(Scope.ORDERS_IMPORT));
        model.addAttribute("mayFollow", caller.has(Scope.OPERATIONS_READ));
        model.addAttribute("companies", new TreeSet<>(caller.companyIds()));
        model.addAttribute("defaultCompany", caller.defaultCompanyId());
        model.addAttribute("limits", limits);
        model.addAttribute("maxSize", settings.maxSize().toBytes());
        return "console/upload/form";
    }

    /** The same query parameters, body and {@code Idempotency-Key} as a submission to the API. */
    @RequiresScope(Scope.ORDERS_IMPORT)
    @PostMapping(path = "/console/upload", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> upload(HttpServletRequest request, Caller caller) throws IOException {
        try {
            Operation operation = intake.take(request, caller).operation();
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Answer(operation.operationId().toString(), "The file has been taken in."));
        } catch (ProblemException refusal) {
            return ResponseEntity.status(refusal.code().status()).body(new Answer("", refusal.detail()));
        }
    }

    /**
     * What became of it.
     *
     * @param operationId empty where it was refused
     * @param detail a sentence to be shown
     */
    record Answer(String operationId, String detail) {}
}
