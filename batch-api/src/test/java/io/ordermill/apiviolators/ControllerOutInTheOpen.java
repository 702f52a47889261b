package io.ordermill.apiviolators;

import io.ordermill.apiviolators.circle.BatchInTheApi;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

/**
 * Breaks the house rules on purpose: public, with a clock of its own and the servlet's parameters, in a circle. Never mapped,
 * for no application scans this package.
 */
@RestController
public class ControllerOutInTheOpen {

    public BatchInTheApi ask(ServletRequest request) {
        return new BatchInTheApi(Instant.now() + request.getParameter("companyId"));
    }
}
